namespace Wuzha.Platform.Files;

/// <summary>Why a file is not taken, one sentence each.</summary>
internal static class FileRefusals
{
    public static readonly Refusal Empty = new("platform.file-empty", 422, "这是空文件，请重新选择。");
    public static readonly Refusal TooLarge = new("platform.file-too-large", 422, "文件有 {size} MB，超过 {limit} MB 的上限，请压缩或拆分后再传。");
    public static readonly Refusal UnknownType = new(
        "platform.file-unknown-type",
        422,
        "不收这种文件。可以上传 JPG、PNG 图片，PDF，Word（.docx），Excel（.xlsx）和 UTF-8 文本（.txt）。"
    );
    public static readonly Refusal WrongName = new(
        "platform.file-wrong-name",
        422,
        "文件名后缀是“{ending}”，内容却是{kind}，可能改过文件名。请改回正确的文件名，或另存后再传。"
    );
    public static readonly Refusal Macro = new("platform.file-macro", 422, "文件里有宏，不能上传。请另存为不含宏的 .docx 或 .xlsx 后再传。");
    public static readonly Refusal Mixed = new("platform.file-mixed", 422, "文件里夹带了别的文件，不能上传。请用原来的软件打开，另存后再传。");
    public static readonly Refusal Bomb = new("platform.file-bomb", 422, "文件解开后大得不正常，不能上传。请用原来的软件打开，另存后再传。");
    public static readonly Refusal Broken = new("platform.file-broken", 422, "文件已损坏，读不出来。请用原来的软件打开，另存后再传。");
    public static readonly Refusal Lost = new("platform.file-lost", 404, "文件内容缺失或被改动，不能打开。请联系系统管理员从备份恢复。");
}
