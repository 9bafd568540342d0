using Enrollment.DevCluster.Traces;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

[Collection(TelemetryGroup.Name)]
public sealed class ApplicationTraceTests(TelemetryFixture telemetry)
{
    private const string Expected = """
        POST api/applications
          PlanVerification
            CheckWithCivilAffairs
              ask civil-affairs
            CheckWithPolice
              ask police
            CheckWithProperty
              ask property
          ReceiveCallback
            ApplyCallback
              Settled
        """;

    private IReadOnlyList<TraceSpan> Own => [.. telemetry.Spans.Where(span => span.TraceId == telemetry.CalledBackTrace)];

    private TraceSpan Submission => Assert.Single(Own, span => span.ParentId is null);

    [Fact]
    public void Trace_OfOneApplication_GoesFromTheSubmissionToTheDecision() =>
        Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', Tree(Submission, 0)));

    [Fact]
    public void Trace_OfTheCallbacksRequest_IsLinkedBothWays()
    {
        var received = Assert.Single(Own, span => span.Name == "ReceiveCallback");
        var request = Assert.Single(telemetry.Spans, span => span.Name == "POST api/callbacks/{department}" && span.Links.Contains((received.TraceId, received.SpanId)));

        Assert.NotEqual(request.TraceId, received.TraceId);
        Assert.Contains((request.TraceId, request.SpanId), received.Links);
    }

    [Fact]
    public void Spans_OfStorage_LieWithinTheirStepsAndNameNoKey()
    {
        var ofSubmission = Own.Where(span => span.ParentId == Submission.SpanId).Select(span => span.Name).ToList();

        foreach (var name in (string[])["table insert Claims", "table insert Guardians", "table insert Due", "table transaction", "queue insert verification"])
            Assert.Contains(name, ofSubmission);
        Assert.All(Own.Where(span => span.Kind is SpanKind.Client), span => Assert.Matches("^(table|queue|blob|ask) [a-zA-Z -]+$", span.Name));
    }

    [Fact]
    public void Steps_OfOneApplication_AllNameIt() => Assert.All(
        Own.Where(span => span.Kind is SpanKind.Consumer or SpanKind.Server), span => Assert.Equal(telemetry.CalledBack, span.Tag(TraceSpan.Application)));

    [Fact]
    public void Question_Answered_TellsDepartmentAndOutcome()
    {
        var ask = Assert.Single(Own, span => span.Name == "ask property");

        Assert.Equal(("property", "WillCallBack", "202"), (ask.Tag(TraceSpan.Department), ask.Tag("enrollment.outcome"), ask.Tag("http.response.status_code")));
    }

    [Fact]
    public void Timeline_OfOneApplication_ShowsItsWaits()
    {
        var ownAndLinked = telemetry.Spans.Where(span => span.TraceId == telemetry.CalledBackTrace || span.Links.Any(link => link.TraceId == telemetry.CalledBackTrace));
        var timeline = ApplicationTimeline.Of(telemetry.CalledBack, [.. ownAndLinked])!;

        Assert.Equal(
            ["callback of property", "queue callbacks", "queue verification", "queue verify-civil-affairs", "queue verify-police", "queue verify-property"],
            timeline.Rows.Where(row => row.Waited > TimeSpan.Zero).Select(row => row.WaitedFor!).Order(StringComparer.Ordinal));
        Assert.Contains(timeline.Rows, row => row.Span.Name == "POST api/callbacks/{department}");
        Assert.Contains("waits: callback of property", TimelineSvg.Of(timeline), StringComparison.Ordinal);
    }

    private IEnumerable<string> Tree(TraceSpan span, int depth) => Own
        .Where(child => child.ParentId == span.SpanId && !IsStorage(child)).OrderBy(child => child.Name, StringComparer.Ordinal)
        .SelectMany(child => Tree(child, depth + 1)).Prepend(new string(' ', 2 * depth) + span.Name);

    private static bool IsStorage(TraceSpan span) => span.Kind is SpanKind.Client && span.Tag(TraceSpan.Department) is null;
}
