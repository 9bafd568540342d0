using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

internal static class RuleParametersReader
{
    internal static RuleParameters Read(RuleId id, PolicyNode node) => id switch
    {
        RuleId.R1 => new AgeParameters(node.Integer("fullYears", 1, 20), node.Date("onDate")),
        RuleId.R2 => new FamilyRegisterParameters(node.Flag("oneParentIsEnough")),
        RuleId.RS => new SisterDistrictParameters(ReadAreas(node)),
        RuleId.R3 => new CutOffParameters(node.Date("settledBefore")),
        RuleId.R5 => new ShareParameters(node.Date("since"), ReadShare(node.Object("moreThan"))),
        RuleId.R7 => ReadPermit(node),
        RuleId.R7T or RuleId.RL => new TenancyParameters(node.Integer("months", 1, 240), node.Date("asOf")),
        RuleId.R8 => ReadInsurance(node),
        RuleId.R6 => new PlaceLockParameters(node.Date("since"), node.Integer("years", 1, 20), node.Date("onDate"), node.Flag("sameHouseholderExempt")),
        RuleId.RF => new DisabilityCardParameters(node.Date("validUntil")),
        RuleId.RB => new SinceBirthParameters(node.Integer("withinMonths", 0, 60)),
        RuleId.RI or RuleId.RG or RuleId.RD or RuleId.R4 or RuleId.R9 or RuleId.R10 or RuleId.R11 or RuleId.R12 or RuleId.RK or RuleId.RH => NoParameters.Value,
    };

    /// <summary>True for six digits that begin with a province.</summary>
    internal static bool IsAreaCode(string code) => code.Length == 6 && code.All(char.IsAsciiDigit) && AreaCodes.IsProvince(code.AsSpan(0, 2));

    private static List<string> ReadAreas(PolicyNode node)
    {
        var areas = node.Texts("areaCodes");
        if (areas.Count == 0 || !areas.All(IsAreaCode) || areas.Distinct(StringComparer.Ordinal).Count() != areas.Count)
            node.Fail(".areaCodes", "must be different area codes, at least one");
        return areas;
    }

    private static Share ReadShare(PolicyNode node)
    {
        var denominator = node.Integer("denominator", 1, int.MaxValue);
        var share = new Share(node.Integer("numerator", 0, denominator), denominator);
        node.Close();
        return share;
    }

    private static PermitParameters ReadPermit(PolicyNode node)
    {
        var permit = new PermitParameters(node.Date("issuedBefore"), node.Date("validUntil"), node.Name<WorkProof>("workProof"),
            node.Integer("workProofMonths", 0, 240));
        if (permit.IssuedBefore > permit.ValidUntil)
            node.Fail(".validUntil", "must not be before issuedBefore");
        if ((permit.WorkProof is WorkProof.None) != (permit.WorkProofMonths == 0))
            node.Fail(".workProofMonths", "must be 0 without work proof, and at least 1 with it");
        return permit;
    }

    private static InsuranceParameters ReadInsurance(PolicyNode node)
    {
        var insurance = new InsuranceParameters(node.Date("windowEnd"), node.Integer("minimumMonths", 1, 240), node.Integer("allowedGapMonths", 0, 12),
            node.Flag("countRetroactive"), node.Text("areaCode"));
        if (insurance.WindowEnd.Day != 1)
            node.Fail(".windowEnd", "must be the first day of a month");
        if (!IsAreaCode(insurance.AreaCode))
            node.Fail(".areaCode", "must be an area code");
        return insurance;
    }
}
