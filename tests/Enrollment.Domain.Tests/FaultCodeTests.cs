using System.Text.RegularExpressions;

namespace Enrollment.Domain.Tests;

public sealed partial class FaultCodeTests
{
    private static readonly string[] WireForms = [.. Enum.GetValues<FaultCode>().Select(code => code.ToWireForm())];

    [Fact]
    public void ToWireForm_EveryCode_IsUnique() =>
        Assert.Equal(WireForms.Length, WireForms.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void ToWireForm_EveryCode_IsKebabCase() =>
        Assert.All(WireForms, form => Assert.Matches(KebabCase(), form));

    [Fact]
    public void ToWireForm_TheWholeCatalogue_IsTheOneApproved() =>
        Snapshot.Matches("FaultCodeTests.catalogue.txt", string.Join('\n', WireForms.Order(StringComparer.Ordinal)) + "\n");

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
