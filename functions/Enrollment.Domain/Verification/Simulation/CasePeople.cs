using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>The invented people of a simulated family; their area 359901 is no county's.</summary>
internal static class CasePeople
{
    internal static readonly string Father = IdNo("359901", new DateOnly(1990, 2, 3), 21);
    internal static readonly string Mother = IdNo("359901", new DateOnly(1991, 6, 7), 32);
    internal static readonly string Grandfather = IdNo("359901", new DateOnly(1960, 1, 1), 41);
    internal static readonly string Grandmother = IdNo("359901", new DateOnly(1961, 1, 1), 52);
    internal static readonly string Stranger = IdNo("359901", new DateOnly(1980, 1, 1), 61);

    internal static string? ByRole(string role) => role switch
    {
        "father" => Father,
        "mother" => Mother,
        "grandfather" => Grandfather,
        "grandmother" => Grandmother,
        "stranger" => Stranger,
        _ => null,
    };

    internal static string IdNo(string area, DateOnly born, int sequence)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{area}{born:yyyyMMdd}{sequence:000}");
        return digits + CitizenIdentityNumber.CheckCharacter(digits);
    }

    internal static IdentityDocument Document(IdentityDocumentKind kind, string number) => IdentityDocument.TryParse(kind, number, out var document) is null
        ? document!
        : throw new InvalidOperationException("An invented number holds.");

    internal static PersonName Name(string text) => PersonName.TryParse(text, out var name) is null
        ? name!
        : throw new InvalidOperationException("An invented name holds.");

    internal static GuardianDetails Guardian(string name, string idNo, GuardianRelation relation) =>
        new(Name(name), Document(IdentityDocumentKind.CitizenId, idNo), Phone: null, relation);
}
