using System.Diagnostics;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Telemetry;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

public sealed class AllowedAttributesTests
{
    [Fact]
    public void OnEnd_AttributesNobodyAllowed_AreTakenOff()
    {
        using var span = new Activity("span").SetTag(Tracing.Application, "1").SetTag("url.full", "https://a/b?name=c").SetTag("enduser.id", "d");
        span.TraceStateString = "e=f";
        span.SetStatus(ActivityStatusCode.Error, "g");

        new AllowedAttributes().OnEnd(span);

        Assert.Equal([Tracing.Application], span.TagObjects.Select(tag => tag.Key));
        Assert.Null(span.TraceStateString);
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }
}
