using System.Globalization;
using System.Text;
using Enrollment.Domain;
using Enrollment.Domain.Identity;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>Reads single fields of a form and collects every fault with its path.</summary>
internal sealed class FieldReader
{
    private const int MaxText = 200;

    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public void Refuse(FaultCode code, string path) => _faults.Add(new Fault(code, path));

    public void RefuseIf(bool wrong, FaultCode code, string path)
    {
        if (wrong)
            Refuse(code, path);
    }

    public T? Part<T>(T? part, string path) where T : class
    {
        RefuseIf(part is null, FaultCode.Required, path);
        return part;
    }

    public PersonName? Name(string? text, string path)
    {
        if (PersonName.TryParse(text, out var name) is { } fault)
            Refuse(fault, path);
        return name;
    }

    public IdentityDocument? Document(string? type, string? number, string path)
    {
        if (Choice<IdentityDocumentKind>(type, $"{path}.documentType") is not { } kind)
            return null;
        if (string.IsNullOrWhiteSpace(number))
            Refuse(FaultCode.Required, $"{path}.documentNumber");
        else if (IdentityDocument.TryParse(kind, number, out var document) is { } fault)
            Refuse(fault, $"{path}.documentNumber");
        else
            return document;
        return null;
    }

    public T? Choice<T>(string? text, string path) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
            Refuse(FaultCode.Required, path);
        else if (Enum.IsDefined(typeof(T), text))
            return Enum.Parse<T>(text);
        else
            Refuse(FaultCode.UnknownValue, path);
        return null;
    }

    public DateOnly? Date(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
            Refuse(FaultCode.Required, path);
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        else
            Refuse(FaultCode.WrongType, path);
        return null;
    }

    /// <summary>Free text: no markup, no control characters, and nothing a spreadsheet would take for a formula.</summary>
    public string? Text(string? text, string path, int maxText = MaxText)
    {
        if (string.IsNullOrWhiteSpace(text))
            Refuse(FaultCode.Required, path);
        else if (text.Length > maxText)
            Refuse(FaultCode.TooLong, path);
        else if (!text.EnumerateRunes().All(IsPlain) || text.Trim()[0] is '=' or '+' or '-' or '@')
            Refuse(FaultCode.ForbiddenCharacters, path);
        else
            return text.Normalize(NormalizationForm.FormC).Trim();
        return null;
    }

    public string? OptionalText(string? text, string path) => text is null ? null : Text(text, path);

    private static bool IsPlain(Rune rune) => rune.Value is not ('<' or '>') && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
