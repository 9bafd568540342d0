using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Xunit.Abstractions;
using static Enrollment.Domain.Tests.TestData;
using MissMeaning = Enrollment.Domain.Verification.Policies.MissMeaning;

namespace Enrollment.Domain.Tests.Applications;

public sealed class ResubmissionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Later = Cases.Start + TimeSpan.FromDays(1);
    private static readonly PapersForDefect Deed = new("R4", ["f1"]);

    [Fact]
    public void Decide_TheAddressIsCorrected_AsksNobodyAndEstablishes()
    {
        var asked = Answered(Consistent() with { Form = Mistyped(Consistent().Form) });
        Assert.Equal(ApplicationStatus.CorrectionRequested, asked.Status);

        var change = Resubmit(asked, Consistent().Form)!;

        Assert.Equal(("Resubmitted CategoryEstablished", ApplicationStatus.Verified), (change.Kinds(), change.After.Status));
        Assert.All(change.After.Checks, check => Assert.Equal((CheckStatus.Match, 1), (check.State.Status, check.Epoch)));
    }

    [Fact]
    public void Decide_TheChildsNameIsCorrected_AsksThePoliceAloneUnderANewEpoch()
    {
        var wrong = Consistent().With([.. Persons().Select(item => item.IdNo == Child ? item with { Result = PersonResult.Mismatch } : item)]);
        var asked = Answered(wrong with { Form = wrong.Form with { Child = wrong.Form.Child with { Name = Name("张测") } } });

        var change = Resubmit(asked, Consistent().Form)!;

        Assert.Equal(("Resubmitted", ApplicationStatus.Verifying), (change.Kinds(), change.After.Status));
        Assert.Equal([Department.Police], change.After.Checks.Where(check => check.AwaitsAnswer).Select(check => check.Department));
        var police = change.After.CheckOf(Department.Police)!;
        Assert.Equal((2, 2, null), (police.Epoch, police.AskedSinceEpoch, police.Answer));
        Assert.Equal(ApplicationStatus.Verified, change.After.Taken(Department.Police, Consistent().Answer(Department.Police), Later).Status);
    }

    [Fact]
    public void RecordAnswer_ToAQuestionCorrectedSince_ChangesNothing()
    {
        var asked = Answered(Consistent() with { Form = Mistyped(Consistent().Form) });
        var change = Resubmit(asked, Consistent().Form with { OtherGuardian = null })!;

        Assert.Null(RecordAnswer.Decide(change.After, Department.Police, Cases.NoRecord, Policy, Cases.Schedule, Later, epoch: 1));
        Assert.NotNull(RecordAnswer.Decide(change.After, Department.Police, Cases.NoRecord, Policy, Cases.Schedule, Later, epoch: 2));
    }

    [Fact]
    public void Decide_PapersAreHandedIn_LeavesItToAPersonAndAsksForNoMore()
    {
        var asked = Answered(Consistent().With(HomeOf(address: Elsewhere)));

        var change = Resubmit(asked, asked.Form, Deed)!;

        Assert.Equal(("Resubmitted ReferredToPerson", ApplicationStatus.UnderReview), (change.Kinds(), change.After.Status));
        Assert.Equal([Deed], change.After.Correction!.Answer!.Papers);
        Assert.Null(Resubmit(change.After, asked.Form, Deed));
    }

    [Fact]
    public void Decide_TheFormIsCorrectedInVain_AsksOnceMoreThenAPersonDecides()
    {
        var asked = Answered(Consistent().With(HomeOf(address: Elsewhere)));

        var again = Resubmit(asked, asked.Form)!;
        Assert.Equal(("Resubmitted CorrectionRequested", 2), (again.Kinds(), again.After.Correction!.Round));
        Assert.Equal(Date("2026-07-07"), again.After.Correction!.LastDay);

        var last = Resubmit(again.After, asked.Form)!;
        Assert.Equal("Resubmitted ReferredToPerson", last.Kinds());
    }

    [Fact]
    public void Decide_AfterTheLastDay_ChangesNothing()
    {
        var asked = Answered(Consistent().With(HomeOf(address: Elsewhere)));
        var due = asked.Correction!.DueAt;

        Assert.NotNull(Resubmission.Decide(asked, asked.Form, [Deed], Policy, Cases.Schedule, due - TimeSpan.FromTicks(1)));
        Assert.Null(Resubmission.Decide(asked, asked.Form, [Deed], Policy, Cases.Schedule, due));
    }

    [Fact]
    public void Decide_AnotherChild_IsAnotherClaim()
    {
        var asked = Answered(Consistent().With(HomeOf(address: Elsewhere)));
        var other = asked.Form with { Child = ChildBorn("2020-05-05") };

        Assert.False(Resubmission.IsSameClaim(asked.Form, other));
        Assert.Throws<ArgumentException>(() => Resubmit(asked, other));
    }

    [Fact]
    public void Decide_AnyCorrection_EndsAsIfEverybodyHadBeenAskedAnew()
    {
        var (sparing, established) = (0, 0);
        Gen.Select(World.Any, World.Forms, World.Forms).Sample((world, before, after) =>
        {
            var first = world.AskAll(before);
            var asked = first.Status is ApplicationStatus.CorrectionRequested ? first
                : RequestCorrection.Decide(first, [new OpenPoint(null, MissMeaning.Evidence, ["HouseholdBook"])], null, new StaffAct("s", null, null, null), Policy, Cases.Start)?.After;
            if (asked is null)
                return;
            var change = Resubmission.Decide(asked, after, [], Policy, Cases.Schedule, Later)!;
            var waiting = change.After.Checks.Where(check => check.AwaitsAnswer).Select(check => check.Department).ToList();
            var partly = waiting.Aggregate(change.After, (application, department) => application.Taken(department, world.Answer(department, after), Later));
            var wholly = world.AskAll(after);

            Assert.Equal((wholly.Established, wholly.Proposed, wholly.Status is ApplicationStatus.Verified), (partly.Established, partly.Proposed, partly.Status is ApplicationStatus.Verified));
            Assert.Equal(wholly.Findings.Select(finding => finding.Line()), partly.Findings.Select(finding => finding.Line()));
            Assert.Equal(wholly.Checks.Select(StateOf), partly.Checks.Select(StateOf));
            Interlocked.Add(ref sparing, waiting.Count < partly.Checks.Count ? 1 : 0);
            Interlocked.Add(ref established, partly.Status is ApplicationStatus.Verified ? 1 : 0);
        }, iter: 5_000);

        output.WriteLine($"{sparing} corrections asked fewer than all, {established} established the claim");
        Assert.True(sparing > 500 && established > 100, $"{sparing} {established}: the law was hardly tried");
    }

    private static string StateOf(Domain.Verification.Check check) =>
        $"{check.Department} {check.State.Status} {string.Join(',', check.State is CheckState.Mismatch mismatch ? mismatch.Fields : [])}";

    private static ApplicationForm Mistyped(ApplicationForm form) =>
        form with { ResidenceAddress = Elsewhere, Household = new HouseholdDetails(Elsewhere, HouseholdNo: null) };

    private static Application Answered(Facts facts) => facts.Started(Department.Police, Department.CivilAffairs, Department.Property);

    private static Change? Resubmit(Application application, ApplicationForm corrected, params PapersForDefect[] papers) =>
        Resubmission.Decide(application, corrected, papers, Policy, Cases.Schedule, Later);

    /// <summary>Registers that answer by what they are asked, as the contract names it: the slow way is to ask them all.</summary>
    private sealed record World(bool KnowsChild, bool HasHome, bool IsHomeHere, bool IsMotherParent)
    {
        public static Gen<World> Any { get; } = Gen.Select(Often, Often, Often, Often, (child, home, here, mother) => new World(child, home, here, mother));

        public static Gen<ApplicationForm> Forms { get; } = Gen.Select(Often, Often, Often, Often, Often, (child, father, mother, residence, household) =>
        {
            var form = Consistent().Form;
            return form with
            {
                Child = form.Child with { Name = child ? form.Child.Name : Name("张测") },
                Guardian = form.Guardian with { Name = father ? form.Guardian.Name : Name("章父") },
                OtherGuardian = mother ? form.OtherGuardian : null,
                ResidenceAddress = residence ? Home : Elsewhere,
                Household = new HouseholdDetails(household ? Home : Elsewhere, HouseholdNo: null),
            };
        });

        private static Gen<bool> Often => Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)));

        public Application AskAll(ApplicationForm form)
        {
            var started = (Consistent() with { Form = form }).Started();
            return started.Checks.Aggregate(started, (application, check) => application.Taken(check.Department, Answer(check.Department, form), Cases.Start));
        }

        public DepartmentAnswer.Reported Answer(Department department, ApplicationForm form) =>
            (Consistent() with { Form = form, Items = [.. Records(form)] }).Answer(department);

        private IEnumerable<RegisterItem> Records(ApplicationForm form)
        {
            var right = Consistent().Form;
            yield return new PersonItem(Child, !KnowsChild ? PersonResult.NotFound : form.Child.Name == right.Child.Name ? PersonResult.Match : PersonResult.Mismatch);
            yield return new PersonItem(Father, form.Guardian.Name == right.Guardian.Name ? PersonResult.Match : PersonResult.Mismatch);
            if (form.OtherGuardian is not null)
                yield return new PersonItem(Mother, PersonResult.Match);
            yield return Household();
            yield return new GuardianshipItem(Child, Father, GuardianshipBasis.Parent, Date("2020-05-04"));
            if (IsMotherParent && form.OtherGuardian is not null)
                yield return new GuardianshipItem(Child, Mother, GuardianshipBasis.Parent, Date("2020-05-04"));
            // By name and number: a home of somebody whose name is mistyped is not found.
            if (HasHome && form.Guardian.Name == right.Guardian.Name)
                yield return HomeOf(address: IsHomeHere ? Home : Elsewhere, owners: [Owner(Father, 1, 1)]);
        }
    }
}
