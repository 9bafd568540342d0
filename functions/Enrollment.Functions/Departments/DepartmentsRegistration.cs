using System.Globalization;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Http;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Departments;

internal static class DepartmentsRegistration
{
    // Long enough to reuse connections, short enough to follow a moved address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddDepartments(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var department in Enum.GetValues<Department>())
            services.AddDepartment(department, configuration);
        foreach (var unknown in configuration.GetSection(DepartmentOptions.Section).GetChildren().Where(child => !Enum.GetNames<Department>().Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            services.AddSettingFault(new SettingFault(SettingProperties.NameOf(unknown.Path), "there is no such department"));
        return services.AddSingleton<DepartmentExchanges>();
    }

    private static void AddDepartment(this IServiceCollection services, Department department, IConfiguration configuration)
    {
        // Throws where a department has no name for people.
        _ = Texts.Get($"Department.{department}", CultureInfo.InvariantCulture);
        var isDevelopment = string.Equals(configuration["AZURE_FUNCTIONS_ENVIRONMENT"], "Development", StringComparison.Ordinal);
        services.AddSettings<DepartmentOptions>(configuration, $"{DepartmentOptions.Section}:{department}", department.ToString())
            .Validate(options => isDevelopment || !options.Chaos.IsOn(),
                $"Departments__{department}__Chaos: is refused outside AZURE_FUNCTIONS_ENVIRONMENT=Development: no parent's case is an experiment");
        services.AddOutboundClient(DepartmentPaths.ClientOf(department), (handler, provider) =>
            {
                handler.MaxConnectionsPerServer = OptionsOf(provider, department).MaxConcurrency;
                handler.PooledConnectionLifetime = ConnectionLifetime;
            })
            .ConfigureHttpClient((provider, client) => client.BaseAddress = WithSlash(OptionsOf(provider, department).BaseAddress))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static DepartmentOptions OptionsOf(IServiceProvider provider, Department department) =>
        provider.GetRequiredService<IOptionsMonitor<DepartmentOptions>>().Get(department.ToString());

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.GetLeftPart(UriPartial.Path)}/");
}
