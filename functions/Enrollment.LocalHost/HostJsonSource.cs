using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Enrollment.LocalHost;

/// <summary>host.json under the key prefix the Functions host uses, so that the same environment variables override it.</summary>
internal sealed class HostJsonSource : JsonConfigurationSource
{
    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new Provider(this);
    }

    private sealed class Provider(HostJsonSource source) : JsonConfigurationProvider(source)
    {
        public override void Load(Stream stream)
        {
            base.Load(stream);
            Data = Data.ToDictionary(
                entry => $"{HostSettings.Section}:{entry.Key}", entry => entry.Value, StringComparer.OrdinalIgnoreCase);
        }
    }
}
