using System.Text.Json;
using System.Text.RegularExpressions;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>Who may do what, and from where: by whatever parameter file it is deployed.</summary>
public sealed partial class DeploymentAccessTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Endpoint = "Microsoft.Network/privateEndpoints";

    // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static TheoryData<string> ParameterFiles => DeploymentTests.ParameterFiles;

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Roles_Granted_AreFiveEachOnOneResource(string parameters)
    {
        var deployment = await Deployment.WithAsync(parameters);

        Assert.Equal(
            [
                "Key Vault Secrets User on Microsoft.KeyVault/vaults",
                "Monitoring Metrics Publisher on Microsoft.Insights/components",
                "Storage Blob Data Owner on Microsoft.Storage/storageAccounts",
                "Storage Queue Data Contributor on Microsoft.Storage/storageAccounts",
                "Storage Table Data Contributor on Microsoft.Storage/storageAccounts",
            ],
            deployment.Of("Microsoft.Authorization/roleAssignments").Select(Grant).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Storage_Declared_TakesNeitherKeysNorStrangers(string parameters)
    {
        var account = (await Deployment.WithAsync(parameters)).Properties(Storage);

        Assert.All(["allowSharedKeyAccess", "allowBlobPublicAccess", "allowCrossTenantReplication"], name => Assert.False(account.GetProperty(name).GetBoolean(), name));
        Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
        Assert.All((await Deployment.WithAsync(parameters)).Of($"{Storage}/blobServices/containers"),
            container => Assert.Equal("None", container.GetProperty("properties").GetProperty("publicAccess").GetString()));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Vault_Declared_GoesByRolesAndLosesNothing(string parameters)
    {
        var vault = (await Deployment.WithAsync(parameters)).Properties(Vault);

        Assert.All(["enableRbacAuthorization", "enablePurgeProtection", "enableSoftDelete"], name => Assert.True(vault.GetProperty(name).GetBoolean(), name));
        Assert.False(vault.TryGetProperty("accessPolicies", out _));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Secrets_OfTheApp_AllLieInTheVault(string parameters)
    {
        var deployment = await Deployment.WithAsync(parameters);

        var secret = deployment.Settings.Where(setting => SettingNames.Secrets.Contains(SettingNames.General(setting.Key))).ToList();
        Assert.Equal(15, secret.Count);
        Assert.All(secret, setting => Assert.Matches(Reference(), setting.Value));
        Assert.DoesNotContain(deployment.Settings.Values, value => value.Contains("AccountKey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev", false)]
    [InlineData("district", true)]
    [InlineData("china", true)]
    public async Task Network_AsTheParametersSay_IsPrivateOrNot(string parameters, bool isPrivate)
    {
        var deployment = await Deployment.WithAsync(parameters);

        Assert.Equal(isPrivate ? ["blob", "queue", "table", "vault"] : [], deployment.Of(Endpoint).Select(ServiceOf).Order(StringComparer.Ordinal));
        Assert.All([Storage, Vault], type =>
        {
            var target = deployment.Properties(type);
            Assert.Equal(isPrivate ? "Disabled" : "Enabled", target.GetProperty("publicNetworkAccess").GetString());
            Assert.Equal(isPrivate ? "Deny" : "Allow", target.GetProperty("networkAcls").GetProperty("defaultAction").GetString());
        });
        Assert.Equal(isPrivate, deployment.Properties("Microsoft.Web/sites").TryGetProperty("virtualNetworkSubnetId", out var subnet) && subnet.ValueKind is not JsonValueKind.Null);
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Publishing_WithPasswords_IsOff(string parameters) => Assert.Equal([false, false],
        (await Deployment.WithAsync(parameters)).Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => policy.GetProperty("properties").GetProperty("allow").GetBoolean()));

    // Nested resources have no place of their own, and take no tags.
    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Tags_OfEveryResource_SayWhoseItIs(string parameters) => Assert.All(
        (await Deployment.WithAsync(parameters)).Resources.Where(resource => resource.TryGetProperty("location", out _)),
        resource => Assert.All(["service", "stage", "owner", "azd-env-name"], tag => Assert.True(
            resource.TryGetProperty("tags", out var tags) && tags.GetProperty(tag).GetString() is { Length: > 0 }, resource.GetProperty("id").GetString())));

    [Fact]
    public async Task Budget_OfADistrict_TellsTheOperatorsTwice()
    {
        var notifications = (await Deployment.WithAsync("district")).Properties("Microsoft.Consumption/budgets").GetProperty("notifications");

        Assert.Equal(["Actual 80", "Forecasted 100"], notifications.EnumerateObject().Select(one => $"{one.Value.GetProperty("thresholdType")} {one.Value.GetProperty("threshold")}").Order(StringComparer.Ordinal));
        Assert.All(notifications.EnumerateObject(), one => Assert.NotEmpty(one.Value.GetProperty("contactEmails").EnumerateArray()));
    }

    private static string Grant(JsonElement assignment)
    {
        var role = assignment.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!.Split('/')[^1];
        return $"{Roles.GetValueOrDefault(role, role)} on {Scope().Match(assignment.GetProperty("id").GetString()!).Groups["type"].Value}";
    }

    private static string ServiceOf(JsonElement endpoint) => endpoint.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0].GetProperty("name").GetString()!;

    // The one resource that the assignment stands under; nothing for a group or a subscription.
    [GeneratedRegex("/resourceGroups/[^/]+/providers/(?<type>[^/]+/[^/]+)/[^/]+/providers/Microsoft[.]Authorization/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scope();

    [GeneratedRegex("^@Microsoft[.]KeyVault[(]VaultName=kv-[a-z0-9]+;SecretName=[a-z0-9-]+[)]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
