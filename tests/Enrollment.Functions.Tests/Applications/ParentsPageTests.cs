using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>The walk of docs/parents.md as it stands there, run by a shell with curl against a service that works by itself.</summary>
public sealed class ParentsPageTests(PageFixture page) : IClassFixture<PageFixture>
{
    [Fact]
    public async Task Walk_AsItStandsThere_LeadsFromPrefillToAnApplication()
    {
        var parent = page.Service.Parent(FamilyPool.Plain);
        var form = Path.Combine(page.Folder, "form.json");
        await File.WriteAllTextAsync(form, parent.Form.ToJsonString());

        var output = await Shell.RunAsync(DocumentedCommands.Of("docs/parents.md", "A walk"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOST"] = page.Host,
            ["NEW_TOKEN"] = parent.Token,
            ["NEW_FORM"] = form,
        });

        Assert.Contains("\"source\":\"Police\"", output, StringComparison.Ordinal);
        Assert.Contains("$.guardian.phone $.statementAccepted\n", output, StringComparison.Ordinal);
        Assert.Contains("\ncomplete\n", output, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":{\"kind\":\"Established\"", output, StringComparison.Ordinal);
        Assert.Contains("\"wish\":\"Together\"", output, StringComparison.Ordinal);
        Assert.Empty((await page.Service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }
}
