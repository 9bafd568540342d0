using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>The rows of a round's candidates.</summary>
internal sealed class CandidateRows(RoundSetup setup, AdmissionList header, Func<ApplicationId, RowCode> ticketOf)
{
    private readonly List<Attention> _attentions = [];
    private readonly Lazy<StageOffers> _offers = new(() => new StageOffers(header));

    public (IReadOnlyList<AdmissionRow> Rows, IReadOnlyList<Attention> Attentions) Of(IReadOnlyList<Candidate> candidates)
    {
        // By ticket, so that numbers of bundles tell nothing about who came first.
        var givingWay = ContestedHomes.GivingWay(candidates, ticketOf);
        var rows = candidates.OrderBy(candidate => ticketOf(candidate.Id)).Select(candidate => (Candidate: candidate, Row: RowOf(candidate, LockedAt(candidate, givingWay)))).ToList();
        var bundled = Bundled([.. rows.Where(pair => pair.Row is not null).Select(pair => (pair.Candidate, pair.Row!))]);
        return (bundled, _attentions);
    }

    private static IReadOnlyList<SchoolCode> LockedAt(Candidate candidate, HashSet<ApplicationId> givingWay)
    {
        if (candidate.Home is not { } home || candidate.OffPlan is not null)
            return [];
        return givingWay.Contains(candidate.Id) ? home.BoundAt : home.LockedAt;
    }

    private AdmissionRow? RowOf(Candidate candidate, IReadOnlyList<SchoolCode> lockedAt)
    {
        var (zone, choiceZone) = HomeOf(candidate);
        if ((zone ?? choiceZone) is not { } home)
            return null;
        if (lockedAt.Count > 0)
            _attentions.Add(new Attention(candidate.Id, AttentionCode.HomeLocked, string.Join(' ', lockedAt)));
        var group = GroupOf(candidate, IsLockedOut(zone, choiceZone, lockedAt));
        var area = 1 + header.Zones.Index().First(known => known.Item.Code == home).Index;
        var row = new AdmissionRow(ticketOf(candidate.Id), group.Code, SubOrders.LevelsOf(group, candidate.Satisfied), candidate.Settled, candidate.ParentSettled,
            zone, choiceZone, [], Bundle: null, candidate.OffPlan, candidate.IsLate, area);
        row = row with { Choices = ChoicesOf(candidate, row, lockedAt) };
        if (OfferCheck.WithoutDate(_offers.Value, row).Select(school => school.Value).ToList() is { Count: > 0 } dated)
            _attentions.Add(new Attention(candidate.Id, AttentionCode.SettlementUnknown, string.Join(' ', dated)));
        return row;
    }

    // Where the area school is locked, or every school of the multi-school zone, the child is placed elsewhere; else it ranks what is left.
    private bool IsLockedOut(ZoneCode? zone, ZoneCode? choiceZone, IReadOnlyList<SchoolCode> lockedAt) => new[] { zone, choiceZone }.OfType<ZoneCode>()
        .Any(code => header.Zones.First(known => known.Code == code).Schools.All(lockedAt.Contains));

    private SetupGroup GroupOf(Candidate candidate, bool isLockedOut)
    {
        var code = isLockedOut ? setup.LockedGroup : candidate.AwaitsCoordination ? null : setup.Groups.FirstOrDefault(group => candidate.Category is { } category && group.Categories.Contains(category))?.Code;
        code ??= setup.CoordinationGroup;
        return setup.Groups.First(group => group.Code == code);
    }

    private (ZoneCode? Zone, ZoneCode? ChoiceZone) HomeOf(Candidate candidate)
    {
        var (single, multi) = candidate.Area;
        if (candidate.File.Area is null && candidate.Area.NeedsPerson)
            _attentions.Add(WhyAPerson(candidate, single is ZoneMatch.Unknown ? multi : single));
        var wanted = new[] { candidate.Zones.Single, candidate.Zones.Multi }.OfType<ZoneCode>().ToList();
        // Half a decision is none: the other half was made beside it.
        if (wanted.Where(code => Known(code) is null).ToList() is { Count: > 0 } gone)
        {
            _attentions.Add(new Attention(candidate.Id, AttentionCode.ZoneGone, string.Join(' ', gone)));
            return (null, null);
        }
        return candidate.Zones;
    }

    private static Attention WhyAPerson(Candidate candidate, ZoneMatch match) => match switch
    {
        ZoneMatch.Ambiguous ambiguous => new Attention(candidate.Id, AttentionCode.ZoneAmbiguous, string.Join(' ', ambiguous.Zones)),
        ZoneMatch.Found weak => new Attention(candidate.Id, AttentionCode.ZoneWeak, weak.Zone.Value),
        _ => new Attention(candidate.Id, AttentionCode.ZoneUnknown),
    };

    private ZoneCode? Known(ZoneCode? code) => header.Zones.FirstOrDefault(zone => zone.Code == code)?.Code;

    // A choice the family may make but no stage honors would keep the whole list from being sealed.
    private List<SchoolCode> ChoicesOf(Candidate candidate, AdmissionRow row, IReadOnlyList<SchoolCode> lockedAt)
    {
        var offers = _offers.Value;
        var chosen = new List<SchoolCode>();
        foreach (var choice in candidate.File.Schools.Distinct().Except(lockedAt))
        {
            if (header.Schools.Any(school => school.Code == choice) && Enumerable.Range(0, header.Stages.Count).Any(stage => offers.GroupIn(stage, row) is not null && offers.Offers(stage, row, choice)))
                chosen.Add(choice);
            else
                _attentions.Add(new Attention(candidate.Id, AttentionCode.ChoiceNotOffered, choice.Value));
        }
        return chosen;
    }

    private List<AdmissionRow> Bundled(List<(Candidate Candidate, AdmissionRow Row)> rows)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var family in rows.Where(pair => pair.Candidate.Family is not null).GroupBy(pair => pair.Candidate.Family!, StringComparer.Ordinal))
        {
            var members = family.ToList();
            if (members.Count > 1 && members.TrueForAll(member => IsAlike(members[0].Row, member.Row)))
                numbers[family.Key] = numbers.Count + 1;
            else if (members.Count > 1)
                _attentions.AddRange(members.Select(member => new Attention(member.Candidate.Id, AttentionCode.FamilyNotAlike)));
        }
        return [.. rows.Select(pair => pair.Candidate.Family is { } family && numbers.TryGetValue(family, out var number) ? pair.Row with { Bundle = number } : pair.Row)];
    }

    // As the list's check demands it of a bundle.
    private static bool IsAlike(AdmissionRow first, AdmissionRow other) =>
        (first.Group, first.Zone, first.ChoiceZone, first.OffPlan, first.IsLate, first.Area) == (other.Group, other.Zone, other.ChoiceZone, other.OffPlan, other.IsLate, other.Area)
        && first.Choices.SequenceEqual(other.Choices) && first.Levels.SequenceEqual(other.Levels);
}
