using System.Text.Json;
using Enrollment.DevCluster.Demo;

namespace Enrollment.Functions.Tests.DevCluster.Demo;

public sealed class EndingTests
{
    [Theory]
    [InlineData("Verified", "Match", true)]
    [InlineData("UnderReview", "SourceUnavailable", true)]
    [InlineData("Verifying", "Match", false)]
    [InlineData("Submitted", "Match", false)]
    [InlineData("UnderReview", "Pending", false)]
    [InlineData("UnderReview", "Queued", false)]
    public void IsFinal_StatusAndCheck_OnlyWhenNothingMoreComesByItself(string status, string check, bool final) =>
        Assert.Equal(final, Read(status, check).IsFinal);

    [Fact]
    public void Equals_OtherCheckOutcome_IsAnotherEnding()
    {
        Assert.Equal(Read("UnderReview", "NotFound"), Read("UnderReview", "NotFound"));
        Assert.NotEqual(Read("UnderReview", "NotFound"), Read("UnderReview", "Mismatch"));
    }

    [Fact]
    public void Read_NothingEstablished_IsNotTheClaimedCategory()
    {
        Assert.Null(Read("UnderReview", "NotFound").Established);
        Assert.Equal("MigrantChild", Read("UnderReview", "NotFound").Proposed);
    }

    private static Ending Read(string status, string check) => Ending.Read(JsonElement.Parse($$"""
        {
          "status": "{{status}}", "claimedCategory": { "code": "C1", "name": "ConsistentResident" }, "establishedCategory": null,
          "proposedCategory": { "code": "C7", "name": "MigrantChild" }, "checks": [{ "department": "Police", "status": "{{check}}" }]
        }
        """));
}
