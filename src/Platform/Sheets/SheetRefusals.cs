namespace Wuzha.Platform.Sheets;

/// <summary>Why a file cannot be read as a table.</summary>
public static class SheetRefusals
{
    public static readonly Refusal NotASheet = new("sheets.not-a-sheet", 422, "这不是 Excel 表格文件，请选择 .xlsx、.xls 或 .csv 文件。");

    public static readonly Refusal OtherOffice = new(
        "sheets.other-office",
        422,
        "这是{kind}，只是改了文件名，请在 Excel 或 WPS 表格里做成表格后另存为 .xlsx。"
    );

    public static readonly Refusal Html = new(
        "sheets.html",
        422,
        "这是网页改名成的表格，不是真正的 Excel 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再传。"
    );

    public static readonly Refusal OtherFormat = new(
        "sheets.other-format",
        422,
        "这种表格格式（{kind}）读不了，请用 Excel 或 WPS 打开后另存为 .xlsx 再传。"
    );

    public static readonly Refusal Encrypted = new("sheets.encrypted", 422, "这个文件设了打开密码，请先取消密码，保存后再传。");

    public static readonly Refusal Corrupt = new("sheets.corrupt", 422, "这个文件已损坏，打不开，请用 Excel 或 WPS 打开检查并另存后再传。");

    public static readonly Refusal Bomb = new("sheets.bomb", 422, "这个文件解压后异常巨大，为了安全没有打开，请把数据复制到新表格里再传。");

    public static readonly Refusal TooBig = new("sheets.too-big", 422, "文件有 {size} MB，超过 20 MB 的上限，请拆成几个文件分别导入。");

    public static readonly Refusal Macro = new("sheets.macro", 422, "这个文件里有宏，为了安全不能导入，请另存为不带宏的 .xlsx 再传。");

    public static readonly Refusal ExternalLinks = new(
        "sheets.external-links",
        422,
        "这个表格引用了别的文件里的数据，可能不是最新的，请把这些格子复制后“粘贴为数值”，断开链接再传。"
    );

    public static readonly Refusal TooManyColumns = new("sheets.too-many-columns", 422, "表格超过 10000 列，请删去多余的列再传。");

    public static readonly Refusal TooManyRows = new("sheets.too-many-rows", 422, "表格超过 200000 行，请拆成几个文件分别导入。");

    public static readonly Refusal TooManyCells = new(
        "sheets.too-many-cells",
        422,
        "表格铺得太开（最后一格在 {cell}），多半有一个格子离数据很远，请把数据复制到新表格里再传。"
    );

    public static readonly Refusal NoValue = new(
        "sheets.no-value",
        422,
        "工作表“{sheet}”的 {cell} 等 {count} 个格子是公式，但文件里没有保存算出的结果，请用 Excel 或 WPS 打开，保存一次再传。"
    );

    public static readonly Refusal Empty = new("sheets.empty", 422, "这个文件里没有数据，请检查是不是选错了文件。");

    public static readonly Refusal BrokenText = new(
        "sheets.broken-text",
        422,
        "这个文本文件的编码有错，读出来会是乱码，请用 Excel 或 WPS 打开后另存为 .xlsx 再传。"
    );
}
