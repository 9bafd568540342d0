using Enrollment.DevCluster.Demo;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>The commands of docs/walk.md, as they stand there, against a service that works by itself.</summary>
public sealed class WalkPageTests(PageFixture page) : IClassFixture<PageFixture>
{
    [Fact]
    public async Task Walk_AsItStandsThere_LeadsFromPrefillToTheAnswerToAnObjection()
    {
        var parent = page.Service.Parent(FamilyPool.Plain);
        var (form, photo) = (Path.Combine(page.Folder, "form.json"), Path.Combine(page.Folder, "photo.jpg"));
        await File.WriteAllTextAsync(form, parent.Form.ToJsonString());
        await File.WriteAllBytesAsync(photo, DemoPhoto.Jpeg);

        var output = await Shell.RunAsync(DocumentedCommands.Of("docs/walk.md"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOST"] = page.Host,
            ["WALK_TOKEN"] = parent.Token,
            ["WALK_FORM"] = form,
            ["PHOTO"] = photo,
            ["REVIEWER_TOKEN"] = ReviewDesk.Ann,
            ["REVIEWER_TOKEN_2"] = ReviewDesk.Ben,
            ["REVIEWER_TOKEN_3"] = ReviewDesk.Cai,
        });

        string[] told =
        [
            "$.child.name from Police as of 2026-", "the draft is complete\n", "Property Mismatch ", "\nR4 ", "R4 by RealEstateCertificate", "now UnderReview\n", "the photo: 200, ",
            "refusal proposed: true\n", "after two people: Verified\n", "ClaimRefused by R4, may object until ", "objection raised true\n", "the first reviewer: another-reviewer-needed\n", "answered: Verified\n",
            "Verified ConsistentResident: Changed. ",
        ];
        Assert.All(told, text => Assert.True(output.Contains(text, StringComparison.Ordinal), $"'{text}' is not in {output}"));
        var application = Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
        Assert.Equal(["RefusalProposed", "ClaimRefused", "CategoryEstablished", "ObjectionRaised", "ObjectionAnswered", "CategoryEstablished"],
            (await page.Service.Stored.EventsAsync(application.GetProperty("id").GetString()!)).TakeLast(6));
        Assert.Empty((await page.Service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
    }
}
