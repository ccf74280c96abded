namespace Wuzha.PlanReading;

/// <summary>The model that an office runs itself, as a second reader of plans that are read in on a page. Asked each time anew, so that it can be set up or put away while the process runs.</summary>
/// <param name="IsSetUp">Whether the operator wants plans of pages shown to it; without that no text leaves.</param>
/// <param name="Ask">The plan with what the model adds; never fails for the model's sake, see <see cref="ModelReading.Fault"/>.</param>
public sealed record SecondReader(Func<bool> IsSetUp, Func<Plan, CancellationToken, Task<ModelReading>> Ask);
