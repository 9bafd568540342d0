using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>The rows of a round's candidates.</summary>
internal sealed class CandidateRows(RoundSetup setup, AdmissionList header, Func<ApplicationId, RowCode> ticketOf)
{
    private readonly List<Attention> _attentions = [];
    private readonly Lazy<StageOffers> _offers = new(() => new StageOffers(header));

    public (IReadOnlyList<AdmissionRow> Rows, IReadOnlyList<Attention> Attentions) Of(IReadOnlyList<Candidate> candidates)
    {
        // By ticket, so that numbers of bundles tell nothing about who came first.
        var rows = candidates.OrderBy(candidate => ticketOf(candidate.Id)).Select(candidate => (Candidate: candidate, Row: RowOf(candidate))).ToList();
        var bundled = Bundled([.. rows.Where(pair => pair.Row is not null).Select(pair => (pair.Candidate, pair.Row!))]);
        return (bundled, _attentions);
    }

    private AdmissionRow? RowOf(Candidate candidate)
    {
        var (zone, choiceZone) = HomeOf(candidate);
        if ((zone ?? choiceZone) is not { } home)
            return null;
        if (candidate.IsLocked)
            _attentions.Add(new Attention(candidate.Id, AttentionCode.HomeLocked, home.Value));
        OffPlanSeat? offPlan = candidate.AwaitsCoordination ? null : candidate.Category switch
        {
            CategoryCode.PreferentialTreatment => OffPlanSeat.Preferential,
            CategoryCode.DisabledChild => OffPlanSeat.Disabled,
            _ => null,
        };
        var area = 1 + header.Zones.Index().First(zone => zone.Item.Code == home).Index;
        var row = new AdmissionRow(ticketOf(candidate.Id), GroupOf(candidate), [], candidate.Settled, candidate.ParentSettled,
            zone, choiceZone, [], Bundle: null, offPlan, candidate.IsLate, area);
        return row with { Choices = ChoicesOf(candidate, row) };
    }

    private string GroupOf(Candidate candidate) => candidate.AwaitsCoordination || candidate.IsLocked || candidate.Category is not { } category
        ? setup.CoordinationGroup
        : setup.Groups.FirstOrDefault(group => group.Categories.Contains(category))?.Code ?? setup.CoordinationGroup;

    private (ZoneCode? Zone, ZoneCode? ChoiceZone) HomeOf(Candidate candidate)
    {
        if (candidate.File.Area is { } decided)
            return (Known(decided.Zone), Known(decided.ChoiceZone));
        var (single, multi) = candidate.Area;
        if (candidate.Area.NeedsPerson)
        {
            _attentions.Add(WhyAPerson(candidate, single is ZoneMatch.Unknown ? multi : single));
            return (null, null);
        }
        return ((single as ZoneMatch.Found)?.Zone, (multi as ZoneMatch.Found)?.Zone);
    }

    private static Attention WhyAPerson(Candidate candidate, ZoneMatch match) => match switch
    {
        ZoneMatch.Ambiguous ambiguous => new Attention(candidate.Id, AttentionCode.ZoneAmbiguous, string.Join(' ', ambiguous.Zones)),
        ZoneMatch.Found weak => new Attention(candidate.Id, AttentionCode.ZoneWeak, weak.Zone.Value),
        _ => new Attention(candidate.Id, AttentionCode.ZoneUnknown),
    };

    private ZoneCode? Known(string? code) => code is null ? null : header.Zones.FirstOrDefault(zone => zone.Code.Value == code)?.Code;

    // A choice the family may make but no stage honors would keep the whole list from being sealed.
    private List<SchoolCode> ChoicesOf(Candidate candidate, AdmissionRow row)
    {
        var offers = _offers.Value;
        var chosen = new List<SchoolCode>();
        foreach (var choice in candidate.File.Schools.Distinct())
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
        && first.Choices.SequenceEqual(other.Choices);
}
