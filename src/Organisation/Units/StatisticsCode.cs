using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>
/// 统计用区划代码, 12 digits: county 6, township 3 (001–099 街道, 100–199 镇, 200–399 乡, 400–599 开发区、农场), village 3 (001–199 居委会,
/// 200–399 村委会, 400–599 their likes); a grid adds three digits of its own. Codes change, so one is an attribute, never a key (domain.md §6).
/// </summary>
internal static class StatisticsCode
{
    /// <returns>One sentence that says what is wrong; null when the code is right for this kind of unit.</returns>
    public static string? Error(string code, string kind, string? parentCode)
    {
        var length = kind == UnitKinds.Grid.Key ? 15 : 12;
        if (code.Length != length || !code.All(char.IsAsciiDigit))
            return $"区划代码应为 {length} 位数字，现在是“{code}”，请核对。";

        if (kind == UnitKinds.County.Key)
            return code[6..] == "000000" ? null : "县（区）的区划代码后 6 位应为 0，请核对。";

        var township = int.Parse(code[6..9]);
        if (township is < 1 or > 599)
            return $"区划代码第 7 至 9 位是“{code[6..9]}”，乡镇（街道）应在 001 至 599 之间，请核对。";

        if (kind == UnitKinds.Township.Key)
            return code[9..] != "000" ? "乡镇（街道）的区划代码后 3 位应为 0，请核对。" : OutsideParent(code, parentCode, 6);

        var village = int.Parse(code[9..12]);
        if (village is < 1 or > 599)
            return $"区划代码第 10 至 12 位是“{code[9..12]}”，村（社区）应在 001 至 599 之间，请核对。";

        return OutsideParent(code, parentCode, kind == UnitKinds.Grid.Key ? 12 : 9);
    }

    private static string? OutsideParent(string code, string? parentCode, int digits) =>
        parentCode is not null && parentCode.Length >= digits && code[..digits] != parentCode[..digits]
            ? $"区划代码前 {digits} 位应与上级单位的“{parentCode[..digits]}”相同，请核对。"
            : null;
}
