namespace Wuzha.Platform.Imports;

/// <summary>Why a file is not taken in.</summary>
public static class ImportRefusals
{
    public static readonly Refusal Gone = new("imports.gone", 404, "上传的文件已经清除或不是您上传的，请重新上传。");

    public static readonly Refusal NoHead = new(
        "imports.no-head",
        422,
        "没有找到表头，表里要有一行写着列名，至少包括：{columns}。可以下载模板对照。"
    );

    public static readonly Refusal StillWrong = new("imports.still-wrong", 422, "文件里还有错误，一行也没有写入，请改好后重新上传。");

    public static readonly Refusal PreviewChanged = new(
        "imports.preview-changed",
        409,
        "预览之后名册有了变动，一行也没有写入，下面是按现在的名册重新比对的结果，请核对后再导入。"
    );
}
