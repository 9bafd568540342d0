namespace Enrollment.DevCluster.Seeds;

/// <summary>The table of all stories.</summary>
internal static class Stories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        .. ConsistentResidentStories.All,
        .. InconsistentClaimStories.All,
        .. ResidentStories.All,
        .. MigrantStories.All,
        .. FiveDistrictStories.All,
        .. DisabledChildStories.All,
        .. RegisterErrorStories.All,
        .. LateAnswerStories.All,
        .. SilentDepartmentStories.All,
    ];
}
