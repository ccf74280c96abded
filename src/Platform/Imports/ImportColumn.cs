using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Imports;

/// <summary>
/// One column that an import understands: a field of a form, and the other names under which people keep it. A column whose field is not
/// <see cref="Field.Optional"/> must be in the file, and no cell of it may be blank.
/// </summary>
/// <param name="Field">Its label is the column's first name; it reads and checks the cells.</param>
/// <param name="Aliases">
/// Usual other names: 村名, 单位名称. A head of two rows is read together: 姓名 below 第一责任人 is 第一责任人姓名. Spaces, brackets and width make no
/// difference.
/// </param>
public sealed record ImportColumn(Field Field, params IReadOnlyList<string> Aliases)
{
    /// <summary>What stands in the sample row of the template.</summary>
    public string Sample { get; init; } = "";

    /// <summary>
    /// For a column that people also keep under a short head right of another: 第一责任人 | 电话 | 联络员 | 电话. The words are those of the short head;
    /// the column is looked for between the other and the next known one.
    /// </summary>
    public (Field Other, IReadOnlyList<string> Words)? RightOf { get; init; }
}
