using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wuzha.Support;

/// <summary>Fails every statement that touches a tenant's table without saying which tenant: the first wall, on both databases.</summary>
public sealed partial class TenantGuard : DbCommandInterceptor
{
    private static readonly HashSet<string> Reference = ["tenants", "accounts", "session_keys"];
    private HashSet<string>? tables;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, eventData, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, eventData, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, eventData, result));

    /// <summary>The tenant's table that a statement touches without naming the tenant; null when all is well.</summary>
    public static string? Breach(string sql, IReadOnlySet<string> tenantTables)
    {
        if (NamesTenant().IsMatch(sql))
            return null;

        foreach (Match touched in Touched().Matches(sql))
            if (tenantTables.Contains(touched.Groups[1].Value))
                return touched.Groups[1].Value;
        return null;
    }

    private TResult Checked<TResult>(DbCommand command, CommandEventData eventData, TResult result)
    {
        tables ??= TablesOf(eventData.Context!.Model);
        return Breach(command.CommandText, tables) is { } table
            ? throw new InvalidOperationException($"A statement touches {table} and names no tenant: {command.CommandText}")
            : result;
    }

    private static HashSet<string> TablesOf(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(type => type.FindProperty("TenantId") is not null)
                .Select(type => type.GetTableName()!)
                .Where(table => !Reference.Contains(table)),
        ];

    /// <summary>A comparison with a parameter or a literal, the first column of an insert, or a question for nothing (a list of no ids).</summary>
    [GeneratedRegex(
        """WHERE (?:0|FALSE)$|tenant_id"? (?:= |IN \()(?:@|\$|')|(?:@\w+|'[^']*') = \w+\."?tenant_id|insert into \S+ \((?:[^)]*, )?"?tenant_id""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NamesTenant();

    [GeneratedRegex("""\b(?:from|join|update|into)\s+"?([a-z_]+)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Touched();
}
