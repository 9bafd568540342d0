using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Settings.Storage;

/// <summary>A storage account, named as the Functions host names it: by connection string, or by name or addresses for an identity.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "AzureWebJobsStorage";

    /// <summary>The storage account by connection string, key included; for Azurite and for clouds without identities. Wins over the settings below.</summary>
    [Setting(Secret = true, IsSection = true, DefaultText = "this, or one of the next two, is **required**")]
    public string? ConnectionString { get; set; }

    /// <summary>The storage account by name, for an identity; the addresses follow from `Cloud__StorageSuffix`.</summary>
    [ConfigurationKeyName("accountName"), RegularExpression("^[a-z0-9]{3,24}$", MatchTimeoutInMilliseconds = 100)]
    public string? AccountName { get; init; }

    /// <summary>The account's tables by address, for an identity; all three, or a name.</summary>
    [ConfigurationKeyName("tableServiceUri")]
    public Uri? TableServiceUri { get; init; }

    /// <summary>Its queues.</summary>
    [ConfigurationKeyName("queueServiceUri")]
    public Uri? QueueServiceUri { get; init; }

    /// <summary>Its blobs.</summary>
    [ConfigurationKeyName("blobServiceUri")]
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity.</summary>
    [ConfigurationKeyName("clientId"), Setting(DefaultText = "`AZURE_CLIENT_ID`, or the system's identity")]
    public string? ClientId { get; init; }

    /// <summary>Reads an account that is named in another section.</summary>
    public static StorageOptions From(IConfigurationSection section, ICollection<SettingFault> faults)
    {
        ArgumentNullException.ThrowIfNull(section);
        return SectionReading.Read<StorageOptions>(section, faults, allowsOthers: true, options => options.ConnectionString = section.Value);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(ConnectionString))
            return IsConnectionString(ConnectionString) ? [] : [new ValidationResult("is no connection string of a storage account")];
        (string Member, Uri? Address)[] services =
            [(nameof(TableServiceUri), TableServiceUri), (nameof(QueueServiceUri), QueueServiceUri), (nameof(BlobServiceUri), BlobServiceUri)];
        if (string.IsNullOrEmpty(AccountName) && services.All(service => service.Address is null))
            return [new ValidationResult("is missing: a connection string, an accountName, or the tableServiceUri, queueServiceUri and blobServiceUri")];
        return services.Select(service => service switch
        {
            { Address: null } => string.IsNullOrEmpty(AccountName) ? new ValidationResult("is missing", [service.Member]) : null,
            { Address: { IsAbsoluteUri: true, Scheme: "https" } } => null,
            _ => new ValidationResult("is not an https address", [service.Member]),
        }).OfType<ValidationResult>();
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = (new TableServiceClient(text), new QueueServiceClient(text), new BlobServiceClient(text));
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
