using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>A whole season in small: where every story ends, and what it leaves behind.</summary>
[Collection(SeasonFixture.Season)]
public sealed partial class SeasonTests(SeasonFixture season)
{
    [Fact]
    public void Season_EveryStory_EndsAsItsRegistersSay()
    {
        var wrong = season.Families.Where(family => season.Endings[family.Number] != family.Truth)
            .Select(family => $"{family.Number} {family.Story}: expected {family.Truth}, got {season.Endings[family.Number]}");

        Assert.Empty(wrong);
        Assert.True(season.Families.Count > 100, "a run of few stories shows little");
    }

    [Fact]
    public async Task Season_EveryFault_BurnsNoDequeueCount()
    {
        Assert.Empty(season.Service.Logs.Errors);
        Assert.Empty(await season.Service.Stored.RowsAsync(DeadLetters.Table));
        foreach (var queue in VerificationQueues.All)
            Assert.Empty(await season.Service.Stored.MessagesAsync(queue + VerificationQueues.Poison));
    }

    [Fact]
    public async Task Season_EveryApplication_IsDecidedAtMostOnce()
    {
        var decisions = (await season.Service.Stored.RowsAsync(ApplicationStore.Table))
            .Where(row => row.RowKey.StartsWith(ApplicationStore.EventPrefix, StringComparison.Ordinal) && row.GetString("Kind") == "CategoryEstablished").GroupBy(row => row.PartitionKey, StringComparer.Ordinal);

        Assert.Equal(season.Families.Count(family => family.Truth.Status == "Verified"), decisions.Count());
        Assert.All(decisions, decision => Assert.Single(decision));
    }

    [Fact]
    public async Task PersonalData_InTables_StandsOnlyEncrypted()
    {
        var seen = new StringBuilder();
        foreach (var table in await season.Service.Stored.TablesAsync())
        {
            foreach (var row in await season.Service.Stored.RowsAsync(table))
                seen.AppendJoin(' ', row.Select(column => $"{column.Key}={column.Value}")).AppendLine();
        }

        Assert.Contains("Form=k1.", seen.ToString(), StringComparison.Ordinal);
        AssertNobodyIn(seen.ToString());
    }

    [Fact]
    public void PersonalData_InRequestsToStorage_IsNowhere()
    {
        var requests = string.Join('\n', season.Recorder.Requests);

        var messages = MessageText().Matches(requests).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["text"].Value))).ToList();
        Assert.True(messages.Count > 4 * season.Families.Count, $"{messages.Count} messages");
        AssertNobodyIn(requests);
        AssertNobodyIn(string.Join('\n', messages));
    }

    [Fact]
    public void PersonalData_InLogsAndTraces_IsNowhere()
    {
        Assert.Contains(season.Service.Logs.Lines, line => line.Category.StartsWith("Enrollment.", StringComparison.Ordinal));
        Assert.NotEmpty(season.Recorder.Traces);
        Assert.NotEmpty(season.Recorder.SdkLog);
        AssertNobodyIn(string.Join('\n', season.Service.Logs.Lines.Select(line => line.Text)));
        AssertNobodyIn(string.Join('\n', season.Recorder.Traces));
        AssertNobodyIn(string.Join('\n', season.Recorder.SdkLog));
    }

    [Fact]
    public void Canary_InPlainText_IsFoundInEachOfItsForms()
    {
        var child = season.Families[0].Form.GetProperty("child");
        var name = child.GetProperty("name").GetString()!;

        foreach (var text in (string[])[name, JsonEncodedText.Encode(name).ToString(), Uri.EscapeDataString(name), Canaries.Unkeyed(child.GetProperty("documentNumber").GetString()!)])
            Assert.Contains(Canaries.Of(season.Families), canary => $"x{text}y".Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    private void AssertNobodyIn(string text) => Canaries.AssertNobodyIn(text, season.Families);

    [GeneratedRegex("<MessageText>(?<text>[^<]*)</MessageText>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MessageText();
}
