using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Every string field of the form meets every naughty string: taken or refused with a code, never an error of ours.</summary>
public sealed class NaughtySubmissionTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const int AtOnce = 8;
    private readonly Service _service = fixture.Service;

    public static TheoryData<string> Fields =>
    [
        "category", "child.name", "child.documentType", "child.documentNumber", "child.birthDate", "child.sex", "guardian.name", "guardian.documentType",
        "guardian.documentNumber", "guardian.phone", "guardian.relation", "otherGuardian.name", "otherGuardian.documentType", "otherGuardian.documentNumber",
        "otherGuardian.phone", "otherGuardian.relation", "residence.address", "household.address", "household.householdNo", "property.ownership",
        "property.certificateNo", "migrant.residencePermitNo", "migrant.employerCode", "tenancy.since",
    ];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Submit_NaughtyStringInAField_IsTakenOrRefusedWithACode(string field)
    {
        var family = _service.Families.Next(FamilyPool.Plain);

        await Parallel.ForEachAsync(NaughtyStrings.All, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (text, _) =>
        {
            var answer = await _service.Parent(family).PostAsync(BodyWith(_service.Parent(family).Form, field, text));

            Assert.True(answer.Status is 200 or 201 or 400 or 409 or 422, $"{field} = {Escaped(text)}: {answer.Status} {answer.Text}");
            if (answer.Status >= 400)
                Assert.Matches("^[a-z-]+$", answer.Code);
        });

        Assert.Empty(_service.Logs.Errors);
    }

    [Fact]
    public async Task Get_NaughtyNumber_IsNotFound()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        // What ends or splits an address never reaches the route.
        await Parallel.ForEachAsync(NaughtyStrings.All.Where(IsOneSegment), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (text, _) =>
        {
            var answer = await parent.GetAsync(text);
            Assert.True(answer.Status == 404, $"{Escaped(text)}: {answer.Status} {answer.Text}");
            answer.AssertProblem(404, "not-found");
        });
    }

    [Fact]
    public async Task Submit_NaughtyNamesThatAreTaken_ComeBackInComposedForm()
    {
        foreach (var name in NaughtyStrings.All)
        {
            var parent = _service.Parent(FamilyPool.Plain);
            var answer = await parent.PostAsync(BodyWith(parent.Form, "residence.address", name));
            if (answer.Status != 201)
                continue;

            var id = ApplicationId.Parse(answer.Json.GetProperty("id").GetString()!);
            var stored = await _service.Get<ApplicationStore>().FindAsync(id, CancellationToken.None);
            Assert.Equal(name.Normalize(NormalizationForm.FormC).Trim(), stored!.Application.Form.ResidenceAddress);
        }
    }

    private static bool IsOneSegment(string text) =>
        text.Trim().Length > 0 && !text.Contains('\0', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) && !text.Any(char.IsSurrogate);

    // Each character escaped: a serializer would mend what must arrive broken.
    private static string BodyWith(JsonObject form, string field, string text)
    {
        form["tenancy"] ??= new JsonObject { ["since"] = "2020-01-01" };
        form["migrant"] ??= new JsonObject();
        HostileForms.Set(form, field, "@raw@");
        return form.ToJsonString().Replace("@raw@", Escaped(text), StringComparison.Ordinal);
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
}
