using System.Text.Json;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Correcting;

/// <summary>The lines of docs/correction.md, as they stand there, against a running service.</summary>
public sealed class CorrectionPageTests
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
            var answer = await Shell.RunAsync(DocumentedCommands.Of("docs/correction.md"), new Dictionary<string, string>(StringComparer.Ordinal)
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
}
