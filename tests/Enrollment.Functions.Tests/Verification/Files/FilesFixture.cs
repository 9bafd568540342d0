using Azure.Storage.Blobs;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Webhooks;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification.Files;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Verification.Files;

/// <summary>A service that asks social security by files, one a day; clock, timers and nights are the test's.</summary>
public sealed class FilesFixture : IAsyncLifetime
{
    private Service? _service;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 10, 9, 0, 0, TimeSpan.Zero));

    internal Service Service => _service!;

    internal BlobContainerClient Container { get; private set; } = null!;

    internal WebhookKey AnswerKey => WebhookKey.Parse(Service.Get<IOptionsMonitor<DepartmentOptions>>().Get(nameof(Department.SocialSecurity)).CallbackKeys[0]);

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions
        {
            Clock = Clock,
            Settings = new Dictionary<string, string>(ServiceFixture.HandHeld, StringComparer.Ordinal)
            {
                ["Submission:EveryDayIsOpen"] = "true",
                ["Departments:SocialSecurity:Mode"] = "Files",
            },
        });
        Container = new BlobServiceClient(Service.Account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06))
            .GetBlobContainerClient(DepartmentFiles.Container);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>A family whose insurance must be asked for applies, and everything but the file happens.</summary>
    internal async Task<(Parent Parent, string Id)> ApplyAsync(string story = "migrant-permit-and-work")
    {
        var parent = Service.Parent(story);
        var id = await parent.ApplyAsync();
        await Service.Hand.DrainAsync();
        return (parent, id);
    }

    /// <summary>A night passes; the file of questions is written.</summary>
    internal async Task WriteAsync()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        await Service.Hand.RunTimerAsync(nameof(WriteQuestionFiles));
    }

    /// <summary>What lies there is read, and taken into the applications.</summary>
    internal async Task ReadAsync()
    {
        await Service.Hand.RunTimerAsync(nameof(ReadAnswerFiles));
        await Service.Hand.DrainAsync();
    }

    internal Task<IReadOnlyList<string>> FilesAsync(string folder) =>
        Service.Stored.BlobsAsync(DepartmentFiles.Container, folder.Contains('/', StringComparison.Ordinal) ? folder : folder + "/social-security/");

    internal async Task<string> TextAsync(string name) => (await Container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();

    /// <summary>A department puts down a file of its own making; what our receipt says of it.</summary>
    internal async Task<string> ReceiptForAsync(string name, byte[] content)
    {
        await Container.GetBlobClient($"answers/social-security/{name}").UploadAsync(BinaryData.FromBytes(content), overwrite: true);
        await ReadAsync();
        return await TextAsync(Assert.Single(await FilesAsync($"{DepartmentFiles.Receipts}/social-security/{Path.GetFileNameWithoutExtension(name)}-")));
    }

    internal static async Task<string> CheckAsync(Parent parent, string id) => (await parent.GetAsync(id)).Json.GetProperty("checks").EnumerateArray()
        .Single(check => check.GetProperty("department").GetString() == nameof(Department.SocialSecurity)).GetProperty("status").GetString()!;

    internal static async Task<string> StatusAsync(Parent parent, string id) => (await parent.GetAsync(id)).Json.GetProperty("status").GetString()!;
}
