using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.LocalHost.Storage;
using Enrollment.Settings;
using Enrollment.Settings.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Startup;

/// <summary>Where the clients would go and as whom; nothing leaves this machine.</summary>
public sealed class StorageAccountTests
{
    private const string WithKey = "DefaultEndpointsProtocol=https;AccountName=district;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn";

    public static TheoryData<Dictionary<string, string?>, string> Accounts => new()
    {
        { new() { ["AzureWebJobsStorage"] = WithKey }, "district.{0}.core.chinacloudapi.cn" },
        { new() { ["AzureWebJobsStorage:accountName"] = "district" }, "district.{0}.core.windows.net" },
        { new() { ["AzureWebJobsStorage:accountName"] = "district", ["Cloud:StorageSuffix"] = "core.chinacloudapi.cn" }, "district.{0}.core.chinacloudapi.cn" },
        {
            new()
            {
                ["AzureWebJobsStorage:tableServiceUri"] = "https://table.private.example/",
                ["AzureWebJobsStorage:queueServiceUri"] = "https://queue.private.example/",
                ["AzureWebJobsStorage:blobServiceUri"] = "https://blob.private.example/",
                ["AzureWebJobsStorage:credential"] = "managedidentity",
            },
            "{0}.private.example"
        },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Clients_OfTheAppAndOfLocalHost_GoToTheSameAccount(Dictionary<string, string?> settings, string host)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddPlatform(configuration).BuildServiceProvider();

        var clients = services.GetRequiredService<StorageClients>();
        var own = new StorageConnections(configuration);

        Assert.Equal(
            [HostOf("table"), HostOf("queue"), HostOf("blob"), HostOf("queue"), HostOf("blob")],
            new[] { clients.Tables.Uri, clients.Queues.Uri, clients.Blobs.Uri, own.Queue("verification", null).Uri, own.Container("locks").Uri }.Select(uri => uri.Host));

        string HostOf(string service) => string.Format(System.Globalization.CultureInfo.InvariantCulture, host, service);
    }

    [Fact]
    public void Queue_TriggerNamesAnotherConnection_GoesToThatAccountByIdentity()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = WithKey,
            ["AzureWebJobsOther:accountName"] = "other",
        }).Build();

        Assert.Equal("https://other.queue.core.windows.net/verification", new StorageConnections(configuration).Queue("verification", "Other").Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Requests_ByIdentity_CarryItsTokenForStorage()
    {
        var identity = new RecordingIdentity();
        var account = new StorageAccount(new StorageOptions { AccountName = "district" }, new CloudOptions(), _ => identity);
        using var wire = new Wire();
        using var http = new HttpClient(wire);
        var transport = new HttpClientTransport(http);

        await account.Tables(new TableClientOptions { Transport = transport }).GetTableClient("Claims").DeleteEntityAsync("p", "r");
        await account.Queues(new QueueClientOptions { Transport = transport }).GetQueueClient("verification").SendMessageAsync("look");
        await account.Blobs(new BlobClientOptions { Transport = transport }).GetBlobContainerClient("placement").DeleteIfExistsAsync();

        Assert.Equal(["district.table.core.windows.net", "district.queue.core.windows.net", "district.blob.core.windows.net"], wire.Seen.Select(request => request.Host));
        Assert.All(wire.Seen, request => Assert.Equal("Bearer token-of-the-identity", request.Authorization));
        Assert.Equal(["https://storage.azure.com/.default"], identity.Scopes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Identity_CloudAndClientSet_AsksThatCloudAsThatClient()
    {
        DefaultAzureCredentialOptions? asked = null;
        var cloud = new CloudOptions { AuthorityHost = new Uri("https://login.chinacloudapi.cn/") };

        _ = new StorageAccount(new StorageOptions { AccountName = "district", ClientId = "client-1" }, cloud, Ask);

        Assert.Equal(("https://login.chinacloudapi.cn/", "client-1"), (asked!.AuthorityHost.AbsoluteUri, asked.ManagedIdentityClientId));

        TokenCredential Ask(DefaultAzureCredentialOptions options)
        {
            asked = options;
            return new RecordingIdentity();
        }
    }

    [Fact]
    public void Identity_ConnectionString_IsNotAsked() =>
        _ = new StorageAccount(new StorageOptions { ConnectionString = WithKey, AccountName = "district" }, new CloudOptions(), _ => throw new InvalidOperationException("asked"));

    [Theory]
    [InlineData("AzureWebJobsStorage: is missing")]
    [InlineData("AzureWebJobsStorage: is no connection string", "AzureWebJobsStorage", "AccountName=district")]
    [InlineData("AzureWebJobsStorage__accountName: ", "AzureWebJobsStorage:accountName", "The District")]
    [InlineData("AzureWebJobsStorage__queueServiceUri: is missing", "AzureWebJobsStorage:tableServiceUri", "https://t.example/", "AzureWebJobsStorage:blobServiceUri", "https://b.example/")]
    [InlineData("AzureWebJobsStorage__tableServiceUri: is not an https address", "AzureWebJobsStorage:accountName", "district", "AzureWebJobsStorage:tableServiceUri", "http://t.example/")]
    public void Options_NoAccount_NameWhatIsWrong(string fault, params string[] settings)
    {
        var values = settings.Chunk(2).ToDictionary(pair => pair[0], string? (pair) => pair[1], StringComparer.Ordinal);
        var faults = new List<SettingFault>();

        StorageOptions.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(StorageOptions.Section), faults);

        Assert.StartsWith(fault, Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    private sealed class RecordingIdentity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token-of-the-identity", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class Wire : HttpMessageHandler
    {
        public List<(string Host, string? Authorization)> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add((request.RequestUri!.Host, request.Headers.Authorization?.ToString()));
            return Task.FromResult(request.RequestUri.Host.Contains("queue", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("<QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>Wed, 25 Nov 2026 00:00:00 GMT</InsertionTime><ExpirationTime>Wed, 25 Nov 2026 00:00:00 GMT</ExpirationTime><PopReceipt>r</PopReceipt><TimeNextVisible>Wed, 25 Nov 2026 00:00:00 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>") }
                : new HttpResponseMessage(request.RequestUri.Host.Contains("blob", StringComparison.Ordinal) ? HttpStatusCode.Accepted : HttpStatusCode.NoContent) { Content = new StringContent("") });
        }
    }
}
