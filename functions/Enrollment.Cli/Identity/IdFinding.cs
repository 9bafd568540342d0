using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Enrollment.Domain;
using Enrollment.Domain.Identity;

namespace Enrollment.Cli.Identity;

// A number that does not hold is not repeated: it is most often a real one with a slip, and may carry terminal controls.
internal sealed record IdFinding(bool Valid, IdentityDocumentKind Kind, string? Fault, string Message, string? Number,
    string? AreaCode, string? AreaName, DateOnly? BirthDate, Sex? Sex, bool Synthetic)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static IdFinding Of(IdentityDocumentKind kind, string text, Texts texts)
    {
        if (IdentityDocument.TryParse(kind, text, out var document) is { } fault)
            return new IdFinding(false, kind, fault.ToWireForm(), texts.Format(fault.ToString(), texts[$"Form_{kind}"]), null, null, null, null, null, false);
        var citizen = document!.Citizen;
        return new IdFinding(true, kind, null, texts["Holds"], document.ToString(), citizen?.AreaCode, AreaNameOf(citizen, texts),
            citizen?.BirthDate, citizen?.Sex, citizen?.IsSynthetic ?? false);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText(Texts texts)
    {
        (string Label, string? Value)[] lines =
        [
            ("Label_Kind", texts[$"Kind_{Kind}"]),
            ("Label_Fault", Fault),
            ("Label_Number", Number),
            ("Label_Area", AreaCode is null ? null : $"{AreaCode} {AreaName}"),
            ("Label_BirthDate", BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Label_Sex", Sex is null ? null : texts[$"Sex_{Sex}"]),
        ];
        return string.Join(Environment.NewLine, lines.Where(line => line.Value is not null).Select(line => texts[line.Label] + line.Value).Prepend(Message));
    }

    private static string? AreaNameOf(CitizenIdentityNumber? citizen, Texts texts)
    {
        if (citizen is null)
            return null;
        return citizen.IsSynthetic ? texts["Area_Synthetic"] : texts.Find($"Area_{citizen.AreaCode}") ?? texts[$"Area_{citizen.AreaCode[..2]}"];
    }
}
