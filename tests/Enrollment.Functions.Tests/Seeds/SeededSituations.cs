using System.Text.Json;
using Enrollment.DepartmentSimulator;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Hosts;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Explaining;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Departments;
using Microsoft.Extensions.Configuration;
using AskedQuestion = Enrollment.DepartmentSimulator.Queries.Question;

namespace Enrollment.Functions.Tests.Seeds;

/// <summary>What every seeded family states and what the simulator's registers answer to it, when every department answers.</summary>
internal static class SeededSituations
{
    private static readonly Offices Registers = Offices.Open(SimulatorSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(HostSettings.Simulator(Repository.PathOf("seeds")).Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
        .Build()));

    public static Situation Of(DemoFamily family, Policy policy)
    {
        var form = FormReading.Of(family.Form.Deserialize<ApplicationRequest>(JsonSerializerOptions.Web)!).Form;
        return new Situation(policy, form, [.. policy.PlanChecks(form.Category).Select(plan => Asked(plan, form, policy))]);
    }

    private static AnsweredCheck Asked(CheckPlan plan, ApplicationForm form, Policy policy)
    {
        var query = new Query("request", "case", "PRIMARY_ENROLLMENT", "statement-2026-1", "enrollment", DateTimeOffset.UnixEpoch,
            [.. plan.Questions.Select(question => Enum.Parse<AskedQuestion>(question.ToString()))], policy.AreaCode,
            [.. form.Guardians.Select(g => new NamedPerson(g.Name.Value, g.Document.Number))], new NamedPerson(form.Child.Name.Value, form.Child.Document.Number),
            From: policy.EvidenceWindow.From, To: policy.EvidenceWindow.To);
        var answer = Answer.To(query, Registers.Find(plan.Department.Path())!, DateTimeOffset.UnixEpoch);
        return DepartmentAnswers.Parse(plan.Department, answer.ToJson()) is AnswerParse.Parsed { NoRecord: false } parsed
            ? new AnsweredCheck(plan.Department, AnswerAssessment.Assess(form, plan.Questions, parsed.Report), parsed.Report)
            : new AnsweredCheck(plan.Department, new CheckState.Simple(CheckStatus.NotFound), Report: null);
    }
}
