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
}
