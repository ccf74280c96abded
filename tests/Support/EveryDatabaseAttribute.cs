using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Wuzha.Support;

/// <summary>
/// Runs a theory once on SQLite and once on PostgreSQL: <c>[Theory, EveryDatabase] public async Task X(DatabaseKind kind)</c>. Without TEST_POSTGRES
/// only SQLite is tried at a desk; on CI the PostgreSQL half fails, so that nobody takes silence for success.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    private static readonly bool Both = Databases.Server is not null || Environment.GetEnvironmentVariable("CI") == "true";

    static EveryDatabaseAttribute()
    {
        if (!Both)
            Console.Error.WriteLine("TEST_POSTGRES is not set: only SQLite is tested. See tests/postgres.sh.");
    }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            Both
                ? [new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite), new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres)]
                : [new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite)]
        );

    public override bool SupportsDiscoveryEnumeration() => true;
}
