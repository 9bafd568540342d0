using System.Collections.Concurrent;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;

namespace Enrollment.Functions.Tests.Support;

/// <summary>The families of seeds/, each handed out once, so that tests on one storage account do not meet.</summary>
internal sealed class FamilyPool
{
    /// <summary>Told without any trouble: every register confirms it.</summary>
    public const string Plain = "consistent-parents-home";

    private static readonly Lazy<ILookup<string, DemoFamily>> ByStory =
        new(() => DemoFamily.Read(Repository.PathOf("seeds")).ToLookup(family => family.Story, StringComparer.Ordinal));

    private readonly ConcurrentDictionary<string, int> _handedOut = new(StringComparer.Ordinal);

    public static IEnumerable<DemoFamily> OneOfEachStory => ByStory.Value.Select(story => story.First());

    public DemoFamily Next(string story) => ByStory.Value[story].ElementAt(_handedOut.AddOrUpdate(story, 0, (_, last) => last + 1));
}
