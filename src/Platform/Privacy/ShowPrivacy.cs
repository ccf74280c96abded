using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Privacy;

public static class PrivacyActs
{
    public static readonly Act Read = new("platform.read-privacy", "查看个人信息目录");
}

/// <summary>个人信息目录: which personal data this installation holds, why, on what basis and for how long. Made from the declarations, never written by hand.</summary>
internal static class ShowPrivacy
{
    internal static IResult Get(IEnumerable<PersonalColumn> columns) =>
        Page.Of<PrivacyPage>(new { Columns = columns.OrderBy(column => column.Table, StringComparer.Ordinal).ToList() });
}
