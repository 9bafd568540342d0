using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// RI: the population register (公安) knows the child and the applying guardian under the names and numbers stated [OWN; result codes S30].
/// The other guardian's identity decides nothing here.
/// </summary>
public static class RIIdentityConfirmed
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var persons = evidence.Persons;
        if (persons.Missing is { } missing)
            return persons.Unknown(RuleId.RI, missing);
        RuleFinding[] findings = [OfPerson(persons, evidence.Form.Child.Document), OfPerson(persons, evidence.Form.Guardian.Document)];
        return findings.FirstOrDefault(finding => finding.Result is RuleResult.NotSatisfied)
            ?? findings.FirstOrDefault(finding => finding.Result is RuleResult.Unknown)
            ?? findings[0];
    }

    private static RuleFinding OfPerson(Answer<PersonItem> persons, IdentityDocument document)
    {
        var results = persons.Items.Where(item => document.Names(item.IdNo)).Select(item => item.Result).Distinct().ToList();
        return results switch
        {
            [] or [PersonResult.NotFound] => persons.Unknown(RuleId.RI, FindingReason.NothingFound),
            [PersonResult.Match] => persons.Satisfied(RuleId.RI, FindingReason.IdentityConfirmed),
            [PersonResult.Mismatch] => persons.NotSatisfied(RuleId.RI, FindingReason.NameDisagrees),
            [PersonResult.Cancelled] => persons.NotSatisfied(RuleId.RI, FindingReason.RegistrationCancelled),
            _ => persons.Unknown(RuleId.RI, FindingReason.ContradictoryRecords),
        };
    }
}
