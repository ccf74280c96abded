using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>What PostgreSQL must refuse by itself, whatever a program forgets: changes to the book, and rows of another tenant.</summary>
internal static class PostgresGuards
{
    public static async Task Put(Db db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync(Positions, cancellation);
        await db.Database.ExecuteSqlRawAsync(string.Concat(Dialect.AppendOnly.Select(NoChange)), cancellation);
        await db.Database.ExecuteSqlRawAsync(string.Concat(Dialect.TenantTables(db.Model).Select(Wall)), cancellation);
        await RaiseBase(db, cancellation);
    }

    /// <summary>
    /// A fact's position is its transaction's number: whoever commits late has a position above every settled one, so no reader in order skips it.
    /// The base keeps positions growing after a restore into a cluster that counts from the beginning.
    /// </summary>
    private const string Positions = """
        do $do$ begin
          if to_regprocedure('facts_base()') is null then
            create function facts_base() returns bigint language sql immutable as 'select cast(0 as bigint)';
          end if;
          if to_regprocedure('facts_position()') is null then
            create function facts_position() returns bigint language sql stable as 'select cast(cast(pg_current_xact_id() as text) as bigint) + facts_base()';
            create function facts_settled_below() returns bigint language sql stable
              as 'select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) + facts_base()';
          end if;
          if to_regprocedure('append_only()') is null then
            create function append_only() returns trigger language plpgsql as 'begin raise exception ''% is append-only'', tg_table_name; end';
          end if;
        end $do$;
        """;

    private static string NoChange(string table) =>
        $"""
            do $do$ begin
              if not exists (select from pg_trigger where tgrelid = cast('{table}' as regclass) and tgname = '{table}_append_only') then
                create trigger {table}_append_only before update or delete on {table} for each row execute function append_only();
                create trigger {table}_no_truncate before truncate on {table} for each statement execute function append_only();
              end if;
            end $do$;

            """;

    /// <summary>The setting is read once per statement, not once per row, because it stands in a sub-select.</summary>
    private static string Wall(string table) =>
        $"""
            do $do$ begin
              if not exists (select from pg_policy where polrelid = cast('{table}' as regclass) and polname = 'tenant_wall') then
                alter table {table} enable row level security;
                alter table {table} force row level security;
                create policy tenant_wall on {table} using (
                  tenant_id = (select current_setting('wuzha.tenant', true)) or (select current_setting('wuzha.tenant', true)) = '*');
              end if;
            end $do$;

            """;

    private static async Task RaiseBase(Db db, CancellationToken cancellation)
    {
        // In this order: every position seen here was given before this transaction got its number.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var highest = await db
            .Database.SqlQueryRaw<long>(
                """
                select coalesce(max(f.position), 0) as "Value"
                from tenants t cross join lateral (select max(position) as position from facts where tenant_id = t.id) f
                """
            )
            .SingleAsync(cancellation);
        var now = await db.Database.SqlQueryRaw<long>("select facts_position() as \"Value\"").SingleAsync(cancellation);
        if (highest >= now)
        {
            var old = await db.Database.SqlQueryRaw<long>("select facts_base() as \"Value\"").SingleAsync(cancellation);
            var sql =
                $"create or replace function facts_base() returns bigint language sql immutable as 'select cast({old + highest - now + 1} as bigint)'";
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }
}
