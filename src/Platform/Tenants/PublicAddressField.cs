using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Tenants;

/// <summary>The address that links and QR codes carry: https, without a path; plain http only for this machine itself.</summary>
public sealed record PublicAddressField(string Name, string Label) : Field<string>(Name, Label)
{
    public override (string? Value, string? Error) Parse(string typed) =>
        typed.Length > 200 || !Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? (null, $"{Label}“{typed}”不是网址，请写成 https://fanzha.example.cn 这样。")
        : address.Scheme == "http" && !address.IsLoopback ? (null, $"{Label}“{typed}”没有加密，请写成 https://fanzha.example.cn 这样。")
        : address.PathAndQuery != "/" || typed.EndsWith('/') || address.UserInfo.Length > 0 || address.Fragment.Length > 0
            ? (null, $"{Label}只写到域名或端口，后面不带斜线和别的内容，例如 https://fanzha.example.cn。")
        : (typed, null);
}
