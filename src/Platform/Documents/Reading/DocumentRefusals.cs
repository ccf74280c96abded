namespace Wuzha.Platform.Documents.Reading;

/// <summary>Why a file cannot be read as a document.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal Empty = new("platform.document-empty", 422, "这个文件里没有文字，请检查是不是选错了文件，或是扫描成了图片。");

    public static readonly Refusal TooBig = new("platform.document-too-big", 422, "文件有 {size} MB，超过 20 MB 的上限，请去掉图片后另存再传。");

    public static readonly Refusal Encrypted = new("platform.document-encrypted", 422, "这个文件设了打开密码，请先取消密码，保存后再传。");

    public static readonly Refusal Corrupt = new("platform.document-corrupt", 422, "这个文件已损坏，打不开，请用 Word 或 WPS 打开检查并另存后再传。");

    public static readonly Refusal NotADocument = new(
        "platform.not-a-document",
        422,
        "这不是文字文件，请选择 Word 文档、PDF 或纯文本文件，也可以直接粘贴文字。"
    );

    public static readonly Refusal NoConverter = new(
        "platform.document-no-converter",
        422,
        "本机没有安装读取这种文件的程序，请用 Word 或 WPS 打开，另存为 .docx 再传。"
    );

    public static readonly Refusal Bomb = new(
        "platform.document-bomb",
        422,
        "这个文件解压后异常巨大，为了安全没有打开，请把文字复制到新文档里再传。"
    );
}
