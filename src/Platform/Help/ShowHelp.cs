using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Help;

/// <summary>帮助.</summary>
internal static class ShowHelp
{
    internal static IResult Get() => Page.Of<HelpPage>(new { });
}
