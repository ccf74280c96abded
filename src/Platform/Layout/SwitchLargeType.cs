using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Layout;

/// <summary>大字版 on or off, for this browser.</summary>
internal static class SwitchLargeType
{
    internal static IResult Post(Form form, HttpContext context)
    {
        var options = new CookieOptions
        {
            IsEssential = true,
            HttpOnly = true,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
        };
        if (form.Typed("on") == "true")
            context.Response.Cookies.Append(PageHosting.LargeTypeCookie, "1", options);
        else
            context.Response.Cookies.Delete(PageHosting.LargeTypeCookie, new CookieOptions { Path = "/" });
        return TypedResults.LocalRedirect(LocalAddress.Or(form.Typed("back"), "/"));
    }
}
