using CsCheck;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Domain.Tests.Verification.Simulation;

public sealed class CaseTableTests
{
    [Theory]
    [InlineData("", "the table holds no case")]
    [InlineData("name,claims\nx,C1", "line 1: the first line must be")]
    [InlineData("name,claims,facts", "the table holds no case")]
    [InlineData("name,claims,facts\nx,C99,", "line 2: C99 is no category of licheng-2026.1")]
    [InlineData("name,claims,facts\nx,C1", "line 2: must have 3 columns")]
    [InlineData("name,claims,facts\n\"x\",C1,", "line 2: must have 3 columns, without quotes")]
    [InlineData("name,claims,facts\n,C1,", "line 2: a case needs a name")]
    [InlineData("name,claims,facts\nx,C1,\nx,C3,", "line 3: x is the name of several cases")]
    [InlineData("name,claims,facts\nx,C1,income=1000", "line 2: income is no word of a case")]
    [InlineData("name,claims,facts\nx,C1,settled=2026-01-01 settled=2026-01-02", "line 2: settled stands twice")]
    [InlineData("name,claims,facts\nx,C1,settled=2026-02-30", "line 2: settled: 2026-02-30 is no date yyyy-MM-dd")]
    [InlineData("name,claims,facts\nx,C1,settled", "line 2: settled:  is no date yyyy-MM-dd")]
    [InlineData("name,claims,facts\nx,C1,use=Castle", "line 2: use: Castle is not one of")]
    [InlineData("name,claims,facts\nx,C1,household=castle", "line 2: household: castle is not known")]
    [InlineData("name,claims,facts\nx,C1,home=father:1/0", "line 2: home: father:1/0 is no owner")]
    [InlineData("name,claims,facts\nx,C1,home=father:3/2", "line 2: home: father:3/2 is no owner")]
    [InlineData("name,claims,facts\nx,C1,home=uncle", "line 2: home: uncle is no owner")]
    [InlineData("name,claims,facts\nx,C7,insured=2025-01", "line 2: insured: 2025-01 is no run of months")]
    [InlineData("name,claims,facts\nx,C7,insured=2025-01:-3", "line 2: insured: -3 is no number")]
    [InlineData("name,claims,facts\nx,C1,live=many", "line 2: live: many is no number")]
    [InlineData("name,claims,facts\nx,C1,zones=1", "line 2: zones: counts of")]
    [InlineData("name,claims,facts\nx,C1,taken=2020-01-01:uncle", "line 2: taken: none, a day")]
    [InlineData("name,claims,facts,expect,findings\nx,C1,,maybe,", "line 2: maybe is no outcome")]
    [InlineData("name,claims,facts,expect,findings\nx,C1,,C1,R3", "line 2: R3 is no finding")]
    [InlineData("name,claims,facts,expect,findings\nx,C1,,C1,R99=yes", "line 2: R99=yes is no finding")]
    [InlineData("name,claims,facts,expect,findings\nx,C1,,C1,R3=no:BadLuck", "line 2: R3=no:BadLuck is no finding")]
    public void Parse_WhatIsNoTable_NamesTheLine(string text, string expected)
    {
        var invalid = Assert.IsType<CaseTableResult.Invalid>(CaseTable.Parse(text, TestData.Policy));

        Assert.Contains(invalid.Errors, error => error.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_CommentsBlankLinesAndWindowsLineEnds_ArePassedOver() =>
        Assert.Equal(4, Assert.Single(Tables.Of("\ufeff# a comment\r\nname,claims,facts\r\n\r\nx,C1,\r\n")).Line);

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Gen.Select(Gen.String, Gen.OneOf("", "settled=", "home=", "insured=", "zones=", "taken=", "born=")).Sample((text, word) =>
            CaseTable.Parse($"name,claims,facts\nx,C1,{word}{text}", TestData.Policy) is not null && CaseTable.Parse(text, TestData.Policy) is not null);

    [Fact]
    public void Outcome_AsWritten_IsReadBack() => Assert.All(Tables.Shipped, one =>
    {
        var written = CaseOutcome.Of(one.Decide(TestData.Policy), TestData.Policy);

        Assert.True(Tables.Of($"name,claims,facts,expect,findings\nx,C1,,{written},")[0].Expected!.IsMetBy(written));
    });
}
