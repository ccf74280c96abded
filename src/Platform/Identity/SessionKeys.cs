using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One key that protects cookies and forms. In the database, so that every node reads what another one wrote; sealed by the vault, so that the database alone opens nothing.</summary>
public sealed class SessionKey
{
    public required string Id { get; init; }
    public required string Xml { get; init; }

    internal static void Map(ModelBuilder model) =>
        // A reference table: keys belong to the installation, not to a tenant.
        model.Entity<SessionKey>(t =>
        {
            t.ToTable("session_keys");
            t.Property(x => x.Id).HasMaxLength(100);
            t.Property(x => x.Xml).HasMaxLength(4000);
        });
}

/// <summary>Keeps the keys of cookies and forms in the database.</summary>
public sealed class SessionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<Db>().Set<SessionKey>().AsNoTracking().Select(key => key.Xml).ToList();
        return [.. keys.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // The framework asks for a key in the middle of something synchronous; one statement is a transaction of its own.
        db.Database.ExecuteSql($"insert into session_keys (id, xml) values ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)})");
    }
}

/// <summary>Seals a key before it goes into the database.</summary>
public sealed class SessionKeySealing(Vault vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(
            new XElement("sealed", Convert.ToBase64String(vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting)))),
            typeof(SessionKeyOpening)
        );
}

/// <summary>Opens a sealed key. Found and made by the framework through the name that stands in the stored XML.</summary>
public sealed class SessionKeyOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Vault>().Open(Convert.FromBase64String(encryptedElement.Value)));
}
