using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Wuzha.Platform.Storage;

/// <summary>
/// Column names and instants for every type that EF maps: those of the model and also the rows that <c>SqlQuery</c> returns, which know nothing of
/// <c>ConfigureConventions</c>.
/// </summary>
internal sealed class RowConventions : IDbContextOptionsExtension
{
    private readonly Description info;

    private RowConventions() => info = new Description(this);

    public DbContextOptionsExtensionInfo Info => info;

    public static void AddTo(DbContextOptionsBuilder options) =>
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new RowConventions());

    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IConventionSetPlugin, Plugin>();

    public void Validate(IDbContextOptions options) { }

    private sealed class Plugin : IConventionSetPlugin
    {
        public ConventionSet ModifyConventions(ConventionSet conventionSet)
        {
            conventionSet.PropertyAddedConventions.Add(new Columns());
            return conventionSet;
        }
    }

    private sealed class Columns : IPropertyAddedConvention
    {
        public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
        {
            propertyBuilder.HasColumnName(Conventions.SnakeCase(propertyBuilder.Metadata.Name));
            if ((Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType) == typeof(DateTime))
                propertyBuilder.HasConverter(typeof(UtcMilliseconds));
        }
    }

    private sealed class Description(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "snake_case ";

        public override int GetServiceProviderHashCode() => 0;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Description;
    }
}
