using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.Property;

/// <summary>What 不动产 may send.</summary>
internal static class PropertyItems
{
    public const string Path = "property";

    public static DepartmentEntry Entry { get; } = new(Path, new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["home"] = Home,
        ["tenancy"] = AnswerJson.Read<TenancyItem>,
    }.ToFrozenDictionary(StringComparer.Ordinal));

    private static HomeItem Home(JsonElement item, string path)
    {
        var home = AnswerJson.Read<WireHome>(item, path);
        return new HomeItem(home.UnitNo, home.CertificateNo, home.Address, home.Use, home.AcquiredDate,
            [.. home.Owners.Select((owner, index) => owner.ToOwner($"{path}.owners[{index}]"))]);
    }

    private sealed record WireHome(string UnitNo, string CertificateNo, string Address, PropertyUse Use, DateOnly AcquiredDate,
        IReadOnlyList<WireOwner> Owners);

    private sealed record WireOwner(string Name, string IdNo, int? ShareNumerator, int? ShareDenominator)
    {
        public HomeOwner ToOwner(string path) => (ShareNumerator, ShareDenominator) switch
        {
            (null, null) => new HomeOwner(Name, IdNo, Share: null),
            (null, _) => throw AnswerJson.Fault($"{path}.shareNumerator"),
            (_, null or <= 0) => throw AnswerJson.Fault($"{path}.shareDenominator"),
            ({ } parts, { } all) when parts < 0 || parts > all => throw AnswerJson.Fault($"{path}.shareNumerator"),
            ({ } parts, { } all) => new HomeOwner(Name, IdNo, new Share(parts, all)),
        };
    }
}
