using Microsoft.EntityFrameworkCore;
using Wuzha.Support;

namespace Wuzha.Migrations.Tests;

/// <summary>What a database looks like from inside: columns, keys, indexes, checks, guards, one line each.</summary>
internal static class Layout
{
    private const string Sqlite = """
        select 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk as "Value"
        from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> '__EFMigrationsHistory' and m.name <> '__EFMigrationsLock'
        union all
        select 'foreign key ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete
        from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
        union all
        select 'index ' || m.name || ' ' || coalesce(m.sql, '') from sqlite_master m where m.type = 'index' and m.sql is not null
        union all
        select 'trigger ' || m.name || ' ' || m.sql from sqlite_master m where m.type = 'trigger'
        """;

    private const string Postgres = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(cast(character_maximum_length as text), '') || ' '
               || is_nullable || ' ' || coalesce(collation_name, '') as "Value"
        from information_schema.columns where table_schema = 'public' and table_name <> '__EFMigrationsHistory'
        union all
        select 'constraint ' || cast(conrelid as regclass) || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = cast('public' as regnamespace) and cast(cast(conrelid as regclass) as text) <> '"__EFMigrationsHistory"'
        union all
        select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> '__EFMigrationsHistory'
        union all
        select 'policy ' || tablename || ' ' || policyname || ' ' || qual from pg_policies where schemaname = 'public'
        union all
        select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        """;

    public static async Task<List<string>> Of(TestDatabase database)
    {
        await using var db = database.Open();
        var lines = await db.Database.SqlQueryRaw<string>(database.Kind == DatabaseKind.Sqlite ? Sqlite : Postgres).ToListAsync();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
