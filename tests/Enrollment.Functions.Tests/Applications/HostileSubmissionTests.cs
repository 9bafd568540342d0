using System.Globalization;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Whatever is wrong with a request, it is refused with a stable code at its path, and nothing of it is stored.</summary>
public sealed class HostileSubmissionTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    public static TheoryData<string> BodyNames => [.. HostileBodies.All.Keys];

    public static TheoryData<string> FormNames => [.. HostileForms.All.Keys];

    [Theory]
    [MemberData(nameof(BodyNames))]
    public async Task Submit_HostileBody_IsRefusedAndNothingStored(string name)
    {
        var (body, status, fault) = HostileBodies.All[name];

        var answer = await Sender().PostAsync(body(Sender()));

        await AssertRefusedAsync(answer, status, fault);
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task Submit_HostileForm_IsRefusedAndNothingStored(string name)
    {
        var (spoil, status, fault) = HostileForms.All[name];

        var answer = await Sender().PostAsync(spoil(Sender().Form));

        await AssertRefusedAsync(answer, status, fault);
    }

    [Fact]
    public async Task Submit_EightFaults_AreAllReportedAtOnce()
    {
        var parent = Sender();
        HostileForms.Set(parent.Form, "category", "C9");
        HostileForms.Set(parent.Form, "child.name", "<b>王</b>");
        HostileForms.Set(parent.Form, "child.documentNumber", "123");
        HostileForms.Set(parent.Form, "child.sex", "Unknown");
        HostileForms.Set(parent.Form, "guardian.phone", "110");
        HostileForms.Set(parent.Form, "otherGuardian.name", "");
        HostileForms.Set(parent.Form, "residence.address", "=1+1");
        parent.Form["statementAccepted"] = false;

        var answer = await parent.SubmitAsync();

        answer.AssertProblem(422, "validation-failed");
        Assert.Equal(
        [
            "unknown-value at $.category", "forbidden-characters at $.child.name", "identity-number-length at $.child.documentNumber", "unknown-value at $.child.sex",
            "phone-invalid at $.guardian.phone", "required at $.otherGuardian.name", "forbidden-characters at $.residence.address",
            "statement-not-accepted at $.statementAccepted",
        ], answer.Faults);
        Assert.All(answer.Json.GetProperty("errors").EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("message").GetString()!));
        Assert.Equal(0, await _service.Stored.SubmissionTracesAsync());
    }

    [Fact]
    public async Task Submit_FaultsOfFormAndContent_AreOneAnswerWithTheLowestStatus()
    {
        var parent = Sender();
        parent.Form["child"]!["name"] = 5;
        parent.Form["extra"] = true;
        parent.Form["guardian"] = "nobody";

        var answer = await parent.SubmitAsync();

        answer.AssertProblem(400, "validation-failed");
        Assert.Equal(["unknown-field at $.extra", "wrong-type at $.child.name", "wrong-type at $.guardian"], answer.Faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Submit_ThousandFaults_AnswersWithABoundedList()
    {
        var members = string.Join(',', Enumerable.Range(0, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"x{i}\":1")));

        var answer = await Sender().PostAsync($"{{{members}}}");

        answer.AssertProblem(400, "validation-failed");
        Assert.InRange(answer.Faults.Count, 1, 50);
    }

    [Fact]
    public async Task Submit_RefusedForm_IsNotRepeatedInTheAnswer()
    {
        var parent = Sender();
        HostileForms.Set(parent.Form, "child.name", "<b>张三丰</b>");
        HostileForms.Set(parent.Form, "guardian.phone", "13812345678x");

        var answer = await parent.SubmitAsync();

        Assert.DoesNotContain("张三丰", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(parent.ChildNumber, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_LargeBodyAnnounced_IsRefusedBeforeItIsSent()
    {
        var answer = await RawRequest.SendAsync(_service.Http.BaseAddress!, Head("Content-Length: 1048576") + "{", "body-too-large");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"body-too-large\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_LargeBodyInChunks_IsRefusedAtTheLimit()
    {
        var chunk = $"1000\r\n{new string(' ', 0x1000)}\r\n";

        var answer = await RawRequest.SendAsync(_service.Http.BaseAddress!, Head("Transfer-Encoding: chunked") + string.Concat(Enumerable.Repeat(chunk, 5)), "body-too-large");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    private static readonly Enrollment.DevCluster.Demo.DemoFamily Family = new FamilyPool().Next(FamilyPool.Plain);

    private Parent Sender() => _service.Parent(Family);

    private string Head(string framing) =>
        $"POST /api/applications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Sender().Token}\r\nContent-Type: application/json\r\n{framing}\r\n\r\n";

    private async Task AssertRefusedAsync(HttpAnswer answer, int status, string fault)
    {
        answer.AssertProblem(status, fault.Split(' ')[0]);
        Assert.Equal([fault], answer.Faults);
        Assert.Equal(0, await _service.Stored.SubmissionTracesAsync());
    }
}
