using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Hosts;

/// <summary>The settings of the children, as environment variables.</summary>
public static class HostSettings
{
    /// <summary>All a function host needs to run on this storage account against these departments.</summary>
    public static Dictionary<string, string> Functions(string connectionString, Uri departments)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Callers__Issuer"] = DevelopmentKeys.Issuer,
            ["Callers__Audience"] = DevelopmentKeys.Audience,
            ["Callers__SigningKey"] = Convert.ToBase64String(DevelopmentKeys.SigningKey),
            ["PersonalData__Keys__0__Id"] = DevelopmentKeys.PersonalDataKeyId,
            ["PersonalData__Keys__0__Secret"] = Convert.ToBase64String(DevelopmentKeys.PersonalDataSecret),
            ["Placement__PublicBaseUrl"] = DevelopmentKeys.PublicBaseUrl,
            ["Evidence__Scanner"] = departments.AbsoluteUri,
            ["Evidence__ScannerKey"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.ScannerKey),
            // Invented families apply on any day of any year.
            ["Submission__EveryDayIsOpen"] = "true",
            ["PersonalData__IndexKey"] = Convert.ToBase64String(DevelopmentKeys.IndexKey),
        };
        foreach (var department in Enum.GetValues<Department>())
        {
            settings[$"Departments__{department}__BaseAddress"] = departments.AbsoluteUri;
            settings[$"Departments__{department}__RequestKey"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.RequestKey(department));
            settings[$"Departments__{department}__CallbackKeys__0"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.CallbackKey(department));
        }

        return settings;
    }

    /// <summary>What a host needs besides, to send text messages and calls over this gateway; without it notices stand in the inbox only.</summary>
    public static Dictionary<string, string> Notices(Uri gateway) => new(StringComparer.Ordinal)
    {
        ["Notices__Gateway"] = gateway.AbsoluteUri,
        ["Notices__GatewayKey"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.NoticeKey),
    };

    /// <summary>All a simulator needs to serve the registers of this folder, and files in this storage account where one is given.</summary>
    public static Dictionary<string, string> Simulator(string seedFolder, string? files = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Simulator__SeedFolder"] = seedFolder,
            ["Simulator__Files__ConnectionString"] = files ?? "",
            ["Simulator__ScannerKey"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.ScannerKey),
            ["Simulator__NoticeKey"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.NoticeKey),
        };
        foreach (var department in Enum.GetValues<Department>())
        {
            settings[$"Simulator__RequestKeys__{department.Path()}"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.RequestKey(department));
            settings[$"Simulator__CallbackKeys__{department.Path()}"] = DevelopmentKeys.WebhookSecret(DevelopmentKeys.CallbackKey(department));
        }

        return settings;
    }
}
