using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Enrollment.Settings;

public static class SettingsRegistration
{
    /// <summary>Options read from a section; the start stops on all of their faults together with those of all other sections.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="configuration">Read when the options are first asked for.</param>
    /// <param name="path">The section.</param>
    /// <param name="name">Of named options.</param>
    /// <param name="allowsOthers">Somebody else reads further settings of this section.</param>
    public static OptionsBuilder<T> AddSettings<T>(
        this IServiceCollection services, IConfiguration configuration, string path, string? name = null, bool allowsOthers = false) where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddStartupSettings();
        var section = new SettingsSection<T>(configuration.GetSection(path), name ?? Options.DefaultName, allowsOthers);
        services.AddSingleton<SettingsSection>(section).AddSingleton<IValidateOptions<T>>(section);
        return services.AddOptions<T>(name).Configure(options => section.Read().BindTo(options));
    }

    /// <summary>A fault found before there were services.</summary>
    public static void AddSettingFault(this IServiceCollection services, SettingFault fault)
    {
        services.AddStartupSettings();
        services.AddSingleton(fault);
    }

    /// <summary>Reads a section at once and notes what is wrong with it.</summary>
    public static T ReadSettings<T>(this IConfiguration configuration, string path, ICollection<SettingFault> faults, bool allowsOthers = false) where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return SectionReading.Read<T>(configuration.GetSection(path), faults, allowsOthers);
    }

    private static void AddStartupSettings(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(StartupSettings)))
            return;
        // First the stock one: it is registered only where none is, and knows whoever calls ValidateOnStart.
        services.AddOptions<StartupSettings.Nothing>().ValidateOnStart();
        services.AddSingleton<StartupSettings>().AddSingleton<IStartupValidator>(provider => provider.GetRequiredService<StartupSettings>());
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, SettingsFirst>());
    }
}
