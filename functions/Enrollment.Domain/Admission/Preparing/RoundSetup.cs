using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>What the bureau publishes of a round before anybody is in it: the order, step by step (DOMAIN.md 1.4). Policy data.</summary>
/// <param name="Round">The round's own id: 1 to 40 letters, digits, hyphens and underscores.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Bundles">How children who ask to stay together are drawn.</param>
/// <param name="Groups">The order groups, with the categories that belong to each.</param>
/// <param name="CoordinationGroup">The group of children who wait for coordinated placement, whatever their category.</param>
/// <param name="Stages">In the order in which they are carried out.</param>
/// <param name="AnswerWithin">How long a family has to answer an offer.</param>
/// <param name="LockedGroup">The group of children whom another child's place keeps out of the schools of their home (R6), so that they are placed where
/// none is bound to a home; null where they go with those who wait for coordination.</param>
public sealed record RoundSetup(string Round, int Year, BundleMode Bundles, IReadOnlyList<SetupGroup> Groups, string CoordinationGroup,
    IReadOnlyList<Stage> Stages, Deadline AnswerWithin, string? LockedGroup = null)
{
    /// <summary>The rules that sub-orders ask for.</summary>
    public IReadOnlySet<RuleId> RulesAsked() => Groups.SelectMany(group => group.Orders).SelectMany(levels => levels).Select(level => level.Rule).OfType<RuleId>().ToHashSet();
}

/// <summary>An order group of the setup.</summary>
/// <param name="Code">As stages name it.</param>
/// <param name="Categories">The categories whose children belong to it; each stands in one group at the most.</param>
/// <param name="SubOrders">The sub-orders inside it, compared one after the other, each with its levels, best first; null for none.</param>
public sealed record SetupGroup(string Code, IReadOnlyList<CategoryCode> Categories, IReadOnlyList<IReadOnlyList<SetupLevel>>? SubOrders = null)
{
    internal IReadOnlyList<IReadOnlyList<SetupLevel>> Orders => SubOrders ?? [];
}
