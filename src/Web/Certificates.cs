using System.Security.Cryptography.X509Certificates;

namespace Wuzha.Web;

/// <summary>Reads what an operator gives: a PEM chain with its key in the same or another file, or a PFX without password.</summary>
internal static class Certificates
{
    public static X509Certificate2 Load(string file, string? keyFile)
    {
        if (keyFile is null && Path.GetExtension(file) is ".pfx" or ".p12")
            return X509CertificateLoader.LoadPkcs12FromFile(file, null);

        using var pem = X509Certificate2.CreateFromPemFile(file, keyFile ?? file);
        // Windows only takes a key that came through PKCS#12.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }
}
