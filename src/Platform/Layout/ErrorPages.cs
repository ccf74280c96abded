using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Wuzha.Platform.Layout;

/// <summary>What stands there when nothing else answers: unknown addresses, refused requests, and our own faults with a reference number.</summary>
internal static partial class ErrorPages
{
    /// <summary>An exception nobody caught. Tells a number that also stands in the log, and nothing else.</summary>
    public static Task Broken(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException bad)
            return Say(context, RefusalFor(bad.StatusCode));

        var reference = Reference(context);
        Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Wuzha.Errors"), reference, context.Request.Path, error);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return IsApi(context) ? context.Response.WriteAsJsonAsync(new { code = "platform.broken", reference }) : Apologise(context, reference);
    }

    /// <summary>A page that breaks halfway leaves the renderer of its request unusable: the apology is rendered in a scope of its own.</summary>
    private static async Task Apologise(HttpContext context, string reference)
    {
        var broken = context.RequestServices;
        await using var scope = broken.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            PageHosting.FillAgain(context, broken.GetRequiredService<PageFrame>());
            await Page.Of<BrokenPage>(new { Reference = reference }, 500).ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = broken;
        }
    }

    /// <summary>An answer of 400 and above that has no body yet.</summary>
    public static Task Empty(StatusCodeContext status)
    {
        var context = status.HttpContext;
        return context.Response.StatusCode >= 500 ? Broken(context) : Say(context, RefusalFor(context.Response.StatusCode));
    }

    private static Task Say(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        return IsApi(context)
            ? context.Response.WriteAsJsonAsync(new { code = refusal.Code, message = refusal.Message })
            : refusal.AsPage().ExecuteAsync(context);
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static Refusal RefusalFor(int status) =>
        status switch
        {
            404 => Refusal.NotFound,
            403 => Refusal.NotAllowed,
            405 => Refusal.NotThisWay,
            413 => Refusal.TooLarge,
            429 => Refusal.TooOften,
            _ => Refusal.NotUnderstood with { Status = status },
        };

    private static string Reference(HttpContext context) =>
        (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier.Replace(":", "", StringComparison.Ordinal)) is { Length: > 12 } id
            ? id[..12]
            : context.TraceIdentifier;

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} at {Path}")]
    private static partial void Failed(ILogger log, string reference, string path, Exception? error);
}
