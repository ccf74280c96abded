using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Forms;

/// <summary>
/// A form as it was sent: the typed values (kept for showing again) and the sentence beside each field that is wrong. An action reads every field,
/// then asks <see cref="Failed"/>; the page shows the same form again with 422.
/// </summary>
public sealed class Form
{
    private readonly Dictionary<string, IReadOnlyList<string>> typed;
    private readonly Dictionary<string, string> errors = [];
    private readonly IFormFileCollection? files;

    private Form(Dictionary<string, IReadOnlyList<string>> typed, IFormFileCollection? files) => (this.typed, this.files) = (typed, files);

    /// <summary>A form nobody has filled yet, with what is already known.</summary>
    public static Form Empty(params (string Name, string? Value)[] known) =>
        new(known.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value!]), null);

    /// <summary>The form of this request. Bound before the handler by minimal API: name a parameter of type <see cref="Form"/>.</summary>
    public static async ValueTask<Form?> BindAsync(HttpContext context)
    {
        // Touching a form with a bad token throws; the routes' filter answers it with a sentence once this parameter is bound.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } || !context.Request.HasFormContentType)
            return Empty();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new Form(form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()]), form.Files);
    }

    /// <summary>True when a field read so far is wrong.</summary>
    public bool Failed => errors.Count > 0;

    /// <summary>Field name and sentence, in the order they were read: the summary above the form.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>What was typed into a field, for showing it again.</summary>
    public string Typed(string name) => typed.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    public IReadOnlyList<string> TypedAll(string name) => typed.GetValueOrDefault(name) ?? [];

    /// <summary>The ids ticked in a list; what is no id is left out.</summary>
    public IReadOnlyList<Guid> Ids(string name) =>
        [.. TypedAll(name).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public string? ErrorOf(string name) => errors.GetValueOrDefault(name);

    /// <summary>Marks a field wrong by a rule that needs more than the field (a name already taken, an end before its beginning).</summary>
    public void Fail(Field field, string sentence) => errors.TryAdd(field.Name, sentence);

    /// <summary>The field's value; default when it is empty or wrong (then <see cref="Failed"/>).</summary>
    public T? Read<T>(Field<T> field)
    {
        var raw = Typed(field.Name);
        var text = field is SecretField ? raw : Field<T>.Fold(raw);
        if (text.Length == 0)
        {
            if (!field.Optional && field is not FlagField)
                Fail(field, field.Missing);
            return default;
        }

        var (value, error) = field.Parse(text);
        if (error is not null)
            Fail(field, error);
        return value;
    }

    /// <summary>The uploaded file; null when there is none or it is refused by name or size (then <see cref="Failed"/>). What is inside is checked by its reader.</summary>
    public IFormFile? File(FileField field)
    {
        var file = files?.GetFile(field.Name);
        if (file is null or { Length: 0 } && file?.FileName is null or "")
        {
            if (!field.Optional)
                Fail(field, field.Missing);
            return null;
        }

        if (file!.Length == 0)
            Fail(field, $"“{file.FileName}”是空文件，请重新选择。");
        else if (!field.Endings.Any(ending => file.FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            Fail(field, $"“{file.FileName}”不是可用的文件，请选择 {string.Join("、", field.Endings)} 文件。");
        else if (file.Length > field.MaxBytes)
            Fail(field, $"“{file.FileName}”有 {file.Length / 1048576.0:0.#} MB，超过 {field.MaxBytes / 1048576} MB 的上限，请压缩或拆分后再传。");
        else
            return file;
        return null;
    }
}
