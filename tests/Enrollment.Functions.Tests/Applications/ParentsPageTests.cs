using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>The walk of docs/parents.md as it stands there, run by a shell with curl against a service that works by itself.</summary>
public sealed class ParentsPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-parents-");
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions { IsPumping = true });

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Walk_AsItStandsThere_LeadsFromPrefillToAnApplication()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var form = Path.Combine(_folder.FullName, "form.json");
        await File.WriteAllTextAsync(form, parent.Form.ToJsonString());

        var output = await Shell.RunAsync(DocumentedCommands.Of("docs/parents.md", "A walk"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOST"] = _service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority),
            ["NEW_TOKEN"] = parent.Token,
            ["NEW_FORM"] = form,
        });

        Assert.Contains("\"source\":\"Police\"", output, StringComparison.Ordinal);
        Assert.Contains("$.guardian.phone $.statementAccepted\n", output, StringComparison.Ordinal);
        Assert.Contains("\ncomplete\n", output, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":{\"kind\":\"Established\"", output, StringComparison.Ordinal);
        Assert.Contains("\"wish\":\"Together\"", output, StringComparison.Ordinal);
        Assert.Empty((await _service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }
}
