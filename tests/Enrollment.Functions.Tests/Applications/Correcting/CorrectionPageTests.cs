using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Enrollment.DevCluster;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Correcting;

/// <summary>The lines of docs/correction.md, as they stand there, against a running service.</summary>
public sealed partial class CorrectionPageTests
{
    [Fact]
    public async Task Page_ItsLinesWithARealPhoto_HandThePaperIn()
    {
        await using var service = await Service.StartAsync(new ServiceOptions { IsPumping = true });
        var parent = service.Parent("wrong-address-typed");
        var id = await parent.ApplyAsync();
        Assert.True(await Until.TrueAsync(async () => (await parent.GetAsync(id)).Json.GetProperty("status").GetString() == "CorrectionRequested"), "no papers were asked for");
        var folder = Directory.CreateTempSubdirectory("correction-page-");
        var photo = Path.Combine(folder.FullName, "photo.jpg");
        await File.WriteAllBytesAsync(photo, SomePictures.PhotoOfAPhone());
        try
        {
            var answer = await RunAsync(Lines(), new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["HOST"] = service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority),
                ["CORRECTION"] = id,
                ["CORRECTION_TOKEN"] = parent.Token,
                ["CORRECTION_PHOTO"] = photo,
            });

            var application = JsonElement.Parse(answer);
            Assert.Equal("UnderReview", application.GetProperty("status").GetString());
            Assert.Equal("image/jpeg", Assert.Single(application.GetProperty("correction").GetProperty("files").EnumerateArray()).GetProperty("contentType").GetString());
            Assert.True(await Until.TrueAsync(async () =>
                (await parent.GetAsync(id)).Json.GetProperty("correction").GetProperty("files")[0].GetProperty("state").GetString() == "Clean"), "not scanned");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The first line reads what `./dev demo` leaves behind; here the variables come otherwise.
    private static string Lines()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/correction.md"));
        var block = Block().Match(page).Groups["lines"].Value;
        Assert.StartsWith(". artifacts/demo.env\n", block, StringComparison.Ordinal);
        return block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    private static async Task<string> RunAsync(string script, Dictionary<string, string> variables)
    {
        using var shell = new Process { StartInfo = new ProcessStartInfo("bash", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        foreach (var (name, value) in variables)
            shell.StartInfo.Environment[name] = value;
        shell.Start();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, await shell.StandardError.ReadToEndAsync() + output);
        return output;
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
