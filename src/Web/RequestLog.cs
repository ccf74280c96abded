using System.Diagnostics;
using Wuzha.Platform.Identity;

namespace Wuzha.Web;

/// <summary>One line per request, with the route's template instead of its address: addresses hold ids, searches hold names.</summary>
internal static partial class RequestLog
{
    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Wuzha.Requests");
        app.Use(
            async (context, next) =>
            {
                var began = Stopwatch.GetTimestamp();
                await next(context);
                if (!log.IsEnabled(LogLevel.Information))
                    return;

                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
                var tenant = context.RequestServices.GetRequiredService<CurrentViewer>().Viewer?.TenantId ?? "-";
                var took = (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                Served(
                    log,
                    context.Request.Method,
                    route,
                    context.Response.StatusCode,
                    took,
                    tenant,
                    Activity.Current?.TraceId.ToHexString()[..12] ?? "-"
                );
            }
        );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms {Tenant} {Reference}")]
    private static partial void Served(ILogger log, string method, string route, int status, int milliseconds, string tenant, string reference);
}
